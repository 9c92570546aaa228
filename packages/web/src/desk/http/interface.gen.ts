// Made by "npm run client" from the OpenAPI document of the interface; a test holds the two together.
export interface paths {
    "/scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scripts, last changed first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description As in `Link` of the page before. */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Scripts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One script */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The script */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Keeps a script under an id the caller chose; saving twice does no harm */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The script */
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScriptInput"];
                };
            };
            responses: {
                /** @description The script as kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Script"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Deletes a script for good; its takes stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Takes, newest first */
        get: {
            parameters: {
                query?: {
                    script?: string;
                    limit?: number;
                    /** @description As in `Link` of the page before. */
                    after?: string;
                    /** @description A person of the team, or "all"; whoever asks where it is left out. */
                    owner?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Takes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TakeSummary"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One take with its review and what to draw */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The take */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Take"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Deletes a take and its sound for good */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Renames or keeps a take */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description What changes */
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        kept?: boolean;
                    };
                };
            };
            responses: {
                /** @description The take */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Take"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/takes/{id}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keeps a recording of any known format as a take; it is heard behind the call */
        put: {
            parameters: {
                query: {
                    name: string;
                    script?: string;
                    /** @description What a recording without a header is. */
                    raw?: "ulaw" | "alaw" | "gsm" | "g722" | "sln" | "sln12" | "sln16" | "sln24" | "sln32" | "sln44" | "sln48" | "sln96" | "sln192";
                    /** @description "batch" where nobody waits for the review. */
                    queue?: "person" | "batch";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description The take, being heard */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Take"];
                    };
                };
                /** @description A problem document */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}/hearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hears the kept sound again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The take, being heard */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Take"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Puts misheard words right and judges again, without hearing again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The words */
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        words: {
                            text: string;
                            charStart: number;
                            charEnd: number;
                            start: number;
                            end: number;
                            confidence: number;
                            /** @enum {string} */
                            method: "attention" | "refined" | "aligned" | "estimated";
                            digits: {
                                start: number;
                                end: number;
                                digit: string;
                                confidence: number;
                            }[];
                            refused: {
                                text: string;
                                log: number;
                                gain: number;
                                tokens: number;
                                /** @enum {string} */
                                place: "here" | "before" | "after";
                                together: {
                                    text: string;
                                    gain: number;
                                    least: number;
                                };
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description The new review */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Review"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}/audio.wav": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sound of a take, whole or a range of its bytes, or as a file to keep */
        get: {
            parameters: {
                query?: {
                    as?: "16k" | "8k-mulaw";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The sound */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/wav": string;
                    };
                };
                /** @description The bytes asked for */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/wav": string;
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Beyond its end */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}/peaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The loudest sample of each of many equal stretches of a take, to draw */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Peaks, 0 to 1 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": number[];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The review of a take as one page to share, its sound inside when asked for */
        get: {
            parameters: {
                query?: {
                    sound?: "0" | "1";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reviews a script; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The script */
            requestBody: {
                content: {
                    "application/json": {
                        /** @default script */
                        name?: string;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description The review */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Review"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a script aloud with the bundled voice, numbers at dictation speed; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The script */
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        /**
                         * @description With it the text is one group of digits that ends so
                         * @enum {string}
                         */
                        tune?: "rise" | "fall";
                    };
                };
            };
            responses: {
                /** @description 16-bit WAV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/wav": string;
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scripts/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reviewed takes of a script, best first, with what decided and what changed last */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Takes, best first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ranking"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bridge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds true ties to the person called in files of contacts; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @description JSON: the person called, small or as JSON Resume. */
                        to: string;
                        /** @description JSON: the caller, small or as JSON Resume. */
                        me: string;
                        /** @description Files: LinkedIn or Google CSV, vCard, plain CSV. */
                        contacts?: unknown;
                    };
                };
            };
            responses: {
                /** @description What was found, best first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BridgeReport"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Briefs, last changed first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description As in `Link` of the page before. */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Briefs */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Brief"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One brief */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The brief */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Brief"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Keeps a brief, complete or not */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The parts that are there */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description The brief as kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Brief"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Deletes a brief for good */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what a file of calls would bring and, with `write`, adds it; a file with a bad row changes nothing */
        post: {
            parameters: {
                query: {
                    name: string;
                    /** @description without it only a preview */
                    write?: "true" | "false";
                    skipBad?: "true" | "false";
                    program?: "hubspot" | "salesforce" | "ringback" | "csv";
                    /** @description whom=Full name,leftAt=When */
                    columns?: string;
                    dates?: "month-first" | "day-first";
                    /** @description whether calls without an outcome were truly not returned */
                    followed?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description The preview or what was added */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CallImport"];
                    };
                };
                /** @description A problem document */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole log as a file; the JSON comes back the same */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When to try again, by the rule in the query */
        get: {
            parameters: {
                query?: {
                    /** @description days to wait after each message */
                    wait?: string;
                    at?: string;
                    weekends?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Soonest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            callId: string;
                            whom: string;
                            date: string;
                            time: string;
                            attempt: number;
                        }[];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/follow-ups.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a calendar to subscribe to (RFC 5545) */
        get: {
            parameters: {
                query?: {
                    /** @description days to wait after each message */
                    wait?: string;
                    at?: string;
                    weekends?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description iCalendar */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/{id}/second-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Composes the next message from the first, checked by the same tips */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The brief, where the call has none */
            requestBody: {
                content: {
                    "application/json": {
                        brief?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Scripts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scripts: ({
                                text: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Calls */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CallPage"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the log says, and what it cannot say yet */
        get: {
            parameters: {
                query?: {
                    /** @description days */
                    horizon?: number;
                    format?: "json" | "text" | "html";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Statistics; with `format` as text or a page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LogStatistics"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call; the beginning of its id is enough */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The call */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Call"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Keeps a message that was left, under an id the caller chose; sending twice does no harm */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The call */
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CallInput"];
                };
            };
            responses: {
                /** @description The call as kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Call"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Deletes a call for good */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a call; what was there before stays in its history */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description The fields that change */
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description The call */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Call"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/calls/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds what came of a call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description What and when */
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "phone" | "email" | "met" | "declined" | "nothing";
                        /** Format: date-time */
                        at?: string;
                    };
                };
            };
            responses: {
                /** @description The call */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Call"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The services that the person has switched on; by them words leave this machine */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Services */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            transcription: {
                                model: string;
                                host: string;
                                /** @description whether it is another machine */
                                leaves: boolean;
                            } | null;
                            chat: {
                                model: string;
                                host: string;
                                /** @description whether it is another machine */
                                leaves: boolean;
                            } | null;
                            problem: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the chat service for scripts from a brief, or for a script said better; only what passes is answered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description A brief or a script */
            requestBody: {
                content: {
                    "application/json": {
                        brief: {
                            [key: string]: unknown;
                        };
                    } | {
                        script: string;
                    };
                };
            };
            responses: {
                /** @description What may be shown */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            proposals: {
                                text: string;
                            }[];
                            unshown: {
                                unsaid: number;
                                tips: number;
                            };
                            model: string;
                        };
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/samples/{name}/takes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a take of a sample recording, to try the page without a microphone */
        post: {
            parameters: {
                query: {
                    id: string;
                    script?: string;
                };
                header?: never;
                path: {
                    name: "alumnus" | "reference" | "consultant";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The take, being heard */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Take"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/samples/{name}/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a sample call */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "alumnus" | "reference" | "consultant";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The text */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            text: string;
                        };
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work behind calls, newest first; with "state=failed" what was given up */
        get: {
            parameters: {
                query?: {
                    state?: "waiting" | "active" | "done" | "failed" | "cancelled";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Jobs */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"][];
                    };
                };
            };
        };
        put?: never;
        /** Hears many takes again ("batch"), or judges all takes again from what was heard ("rejudge"), which needs no sound */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description What is to be done */
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "batch";
                        takeIds: string[];
                    } | {
                        /** @enum {string} */
                        kind: "rejudge";
                    };
                };
            };
            responses: {
                /** @description The job */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Takes a job back that is not done */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back, or over already */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a job again that was given up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The job */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The job whenever it changes, until it is over, as server-sent events named "job"; "problem" where they end before */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events; the data of each is a Job */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the ear is there: the speech model */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The state */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelState"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a phone on the same network may send takes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How it is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhoneDoor"];
                    };
                };
            };
        };
        /** Lets one phone in, by a token that works once; listens on the network until it is shut */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description The script that its takes belong to */
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scriptId: string | null;
                    };
                };
            };
            responses: {
                /** @description How it is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PhoneDoor"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Shuts it: nothing listens on the network any more */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Shut */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"] & {
                            /** @description Whether one person is alone here, without an account. */
                            alone: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a browser that shows its token come in by cookie from now on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The cookie is set */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        /** Takes the cookie back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The cookie is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the team; for coaches and owners */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description People */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"][];
                    };
                };
                /** @description A problem document */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Personal access tokens without their secrets; for owners */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Tokens */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"][];
                    };
                };
                /** @description A problem document */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes a token under an id the caller chose; its secret is told this once; for owners */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            /** @description For whom */
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whose it is; somebody new is added. */
                        name: string;
                        /**
                         * @description A new person is a member where it is left out.
                         * @enum {string}
                         */
                        role?: "owner" | "coach" | "member";
                        /** @default 90 */
                        days?: number;
                    };
                };
            };
            responses: {
                /** @description The token */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"] & {
                            secret: string;
                        };
                    };
                };
                /** @description A problem document */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Revokes a token, at once; for owners */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoked */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem document */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, when, to which id, newest first; for owners */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Entries */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: components["schemas"]["AuditEntry"][];
                            next: number | null;
                        };
                    };
                };
                /** @description A problem document */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the people of the team get on: everyone for coaches and owners, oneself for members */
        get: {
            parameters: {
                query?: {
                    weeks?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The team */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments on takes of a person, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Whoever asks where it is left out; others for coaches and owners. */
                    person?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Comments */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": (components["schemas"]["Comment"] & {
                            takeName: string;
                        })[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said of a take, oldest first; for its person, coaches and owners */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Comments */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"][];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/takes/{id}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Comments on a moment of a take, or changes the words of a comment of one’s own */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    comment: string;
                };
                cookie?: never;
            };
            /** @description The comment */
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        atSec?: number | null;
                        /**
                         * Format: uuid
                         * @description An answer is of the moment of what it answers.
                         * @default null
                         */
                        answers?: string | null;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description The comment as kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
                /** @description A problem document */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description A problem document */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Deletes a comment of one’s own; answers to it stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    comment: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem document */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Script: {
            /** Format: uuid */
            id: string;
            name: string;
            text: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Problem: {
            /** @example about:blank */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description Stable, for programs. */
            code: string;
        };
        ScriptInput: {
            name: string;
            text: string;
        };
        TakeSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            scriptId: string | null;
            name: string;
            owner?: string;
            /** @enum {string} */
            state: "recording" | "hearing" | "reviewed" | "failed";
            /** Format: date-time */
            createdAt: string;
            durationSec: number | null;
            /** @enum {string|null} */
            decision: "return" | "toss-up" | "delete" | null;
            score: number | null;
            kept: boolean;
            failure: {
                code: string;
                message: string;
            } | null;
            received?: {
                by: string;
                number: string | null;
                name: string | null;
                /** Format: date-time */
                at: string | null;
            } | null;
        };
        Take: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            scriptId: string | null;
            name: string;
            owner?: string;
            /** @enum {string} */
            state: "recording" | "hearing" | "reviewed" | "failed";
            /** Format: date-time */
            createdAt: string;
            durationSec: number | null;
            /** @enum {string|null} */
            decision: "return" | "toss-up" | "delete" | null;
            score: number | null;
            kept: boolean;
            failure: {
                code: string;
                message: string;
            } | null;
            received?: {
                by: string;
                number: string | null;
                name: string | null;
                /** Format: date-time */
                at: string | null;
            } | null;
            capture: {
                sampleRate: number;
                automaticGain: boolean | null;
                noiseSuppression: boolean | null;
                echoCancellation: boolean | null;
            } | null;
            review: components["schemas"]["Review"];
            sound: {
                recording: {
                    container: string;
                    codec: string;
                    sampleRate: number;
                    channels: number;
                    durationSec: number;
                    automaticGain: boolean | null;
                    warnings: string[];
                };
                activity: {
                    /** @enum {boolean} */
                    ok: true;
                    value: {
                        segments: {
                            start: number;
                            end: number;
                        }[];
                        pauses: {
                            start: number;
                            end: number;
                        }[];
                        fillers: {
                            start: number;
                            end: number;
                        }[];
                        minPauseSec: number;
                    };
                } | {
                    /** @enum {boolean} */
                    ok: false;
                    reason: string;
                };
                pitch: {
                    /** @enum {boolean} */
                    ok: true;
                    value: {
                        startSec: number;
                        stepSec: number;
                        values: (number | null)[];
                        floorHz: number;
                        ceilingHz: number;
                    };
                } | {
                    /** @enum {boolean} */
                    ok: false;
                    reason: string;
                };
                level: {
                    /** @enum {boolean} */
                    ok: true;
                    value: {
                        startSec: number;
                        stepSec: number;
                        values: (number | null)[];
                    };
                } | {
                    /** @enum {boolean} */
                    ok: false;
                    reason: string;
                };
                quality: {
                    /** @enum {boolean} */
                    ok: true;
                    value: {
                        clippedShare: number;
                        speechLevelDb: number | null;
                        noiseLevelDb: number | null;
                        snrDb: number | null;
                        bandwidthHz: number;
                        withheld: {
                            /** @enum {string} */
                            measure: "pitch" | "level" | "pauses" | "rate" | "digits";
                            reason: string;
                        }[];
                    };
                } | {
                    /** @enum {boolean} */
                    ok: false;
                    reason: string;
                };
                sounds: {
                    start: number;
                    end: number;
                    /** @enum {string} */
                    kind: "dial-tone" | "ringing" | "busy-tone" | "information-tone" | "keys" | "beep" | "fax" | "tone" | "music" | "hum" | "noise" | "silence" | "greeting" | "prompt";
                    quote: string;
                }[];
                legibility: {
                    /** @enum {boolean} */
                    ok: true;
                    value: {
                        method: string;
                        thresholdDb: number | null;
                        digits: {
                            digit: string;
                            survivesToDb: number | null;
                            heardAs: string[];
                        }[];
                        written: string;
                        /** @enum {string} */
                        outcome: "measured" | "always" | "never";
                        errorDb: number | null;
                        wholeNumberDb: number | null;
                        carDb: number;
                        quietCertainty: number;
                        sentence: string;
                        /** @enum {string} */
                        mode: "quick" | "full";
                        seed: number;
                        tries: number;
                        curve: {
                            snrDb: number;
                            digitsRight: number;
                        }[];
                        readBacks: string[];
                        phrases: {
                            /** @enum {string} */
                            kind: "name" | "email";
                            quote: string;
                            survivesToDb: number | null;
                            heardAs: string | null;
                        }[];
                    };
                } | {
                    /** @enum {boolean} */
                    ok: false;
                    reason: string;
                };
            } | null;
            progress: number;
        };
        Review: {
            /** @enum {number} */
            reviewVersion: 1;
            source: {
                /** @enum {string} */
                kind: "script" | "recording";
                name: string;
                durationSec: number;
                estimated: boolean;
            };
            transcript: {
                text: string;
                words: {
                    text: string;
                    charStart: number;
                    charEnd: number;
                    start: number;
                    end: number;
                    confidence: number;
                    /** @enum {string} */
                    method: "attention" | "refined" | "aligned" | "estimated";
                    digits: {
                        start: number;
                        end: number;
                        digit: string;
                        confidence: number;
                    }[];
                    refused: {
                        text: string;
                        log: number;
                        gain: number;
                        tokens: number;
                        /** @enum {string} */
                        place: "here" | "before" | "after";
                        together: {
                            text: string;
                            gain: number;
                            least: number;
                        };
                    };
                }[];
                numbers: {
                    charStart: number;
                    charEnd: number;
                    digits: {
                        start: number;
                        end: number;
                        digit: string;
                        confidence: number;
                    }[];
                    otherwise: {
                        place: number;
                        digit: string | null;
                    }[];
                }[];
                heardBy: {
                    engine: string;
                    remote: boolean;
                    insteadOf: string;
                };
            };
            message: {
                moves: ({
                    charStart: number;
                    charEnd: number;
                    quote: string;
                    start: number;
                    end: number;
                    confidence: number;
                    /** @enum {string} */
                    kind: "request";
                    /** @enum {string} */
                    ask: "callback" | "email-reply" | "text-reply" | "answer" | "confirm" | "meeting" | "talk" | "information" | "favour" | "other";
                    narrow: boolean;
                    /** @enum {string} */
                    openBecause: "no-topic" | "no-bound" | "open-range" | "vague";
                } | {
                    charStart: number;
                    charEnd: number;
                    quote: string;
                    start: number;
                    end: number;
                    confidence: number;
                    /** @enum {string} */
                    kind: "bridge";
                    /** @enum {string} */
                    tie: "referrer" | "mutual-contact" | "shared-organisation" | "shared-school" | "shared-event" | "earlier-contact" | "false-tie";
                    via: string;
                } | {
                    charStart: number;
                    charEnd: number;
                    quote: string;
                    start: number;
                    end: number;
                    confidence: number;
                    /** @enum {string} */
                    kind: "time-box";
                    minMinutes: number;
                    maxMinutes: number;
                } | {
                    charStart: number;
                    charEnd: number;
                    quote: string;
                    start: number;
                    end: number;
                    confidence: number;
                    /** @enum {string} */
                    kind: "reply-option";
                    /** @enum {string} */
                    channel: "email" | "text" | "assistant" | "calendar" | "web" | "other";
                } | {
                    charStart: number;
                    charEnd: number;
                    quote: string;
                    start: number;
                    end: number;
                    confidence: number;
                    /** @enum {string} */
                    kind: "flattery" | "apology";
                    strength: number;
                } | {
                    charStart: number;
                    charEnd: number;
                    quote: string;
                    start: number;
                    end: number;
                    confidence: number;
                    /** @enum {string} */
                    kind: "greeting" | "caller-name" | "affiliation" | "purpose" | "pitch" | "deadline" | "phone-number" | "thanks" | "sign-off";
                })[];
                people: {
                    caller: string | null;
                    recipient: string | null;
                };
                phoneNumbers: {
                    e164: string | null;
                    digits: string;
                    extension: string;
                    extensions: string[];
                    mentions: {
                        charStart: number;
                        charEnd: number;
                        quote: string;
                        start: number;
                        end: number;
                        digits: {
                            start: number;
                            end: number;
                            digit: string;
                            confidence: number;
                        }[];
                    }[];
                    confidence: number;
                }[];
                emails: {
                    address: string;
                    mentions: {
                        charStart: number;
                        charEnd: number;
                        quote: string;
                        start: number;
                        end: number;
                    }[];
                    confidence: number;
                }[];
                pleas: {
                    charStart: number;
                    charEnd: number;
                    quote: string;
                    start: number;
                    end: number;
                    /** @enum {string} */
                    kind: "begging" | "pressure";
                    confidence: number;
                }[];
            };
            facts: {
                goal: boolean;
                bridge: boolean;
                brief: boolean;
                obsequious: boolean;
                narrowRequest: boolean;
                timeBox: boolean;
                deadline: boolean;
                phone: boolean;
                phoneRepeated: boolean;
                replyOption: boolean;
                callerName: boolean;
                recipientName: boolean;
            };
            chances: {
                goal?: number;
                bridge?: number;
                obsequious?: number;
                narrowRequest?: number;
                timeBox?: number;
                deadline?: number;
                replyOption?: number;
                callerName?: number;
                recipientName?: number;
            };
            delivery: {
                durationSec: number;
                speechSec: number | null;
                wordsPerMinute: number;
                articulationRate: number | null;
                pauses: {
                    start: number;
                    end: number;
                }[];
                fillers: {
                    start: number;
                    end: number;
                }[];
                pitch: {
                    medianHz: number;
                    sdSemitones: number;
                } | null;
                levelDb: number | null;
                levelFallDb: number | null;
                digitsPerSecond: number | null;
                quality: {
                    clippedShare: number | null;
                    snrDb: number | null;
                    bandwidthHz: number | null;
                    withheld: {
                        measure: string;
                        reason: string;
                    }[];
                };
            };
            number: {
                e164: string | null;
                dictation: {
                    mentions: {
                        start: number;
                        end: number;
                        digits: {
                            start: number;
                            end: number;
                            digit: string;
                            confidence: number;
                        }[];
                        groups: {
                            start: number;
                            end: number;
                            digits: {
                                start: number;
                                end: number;
                                digit: string;
                                confidence: number;
                            }[];
                            digitsPerSec: number | null;
                            finalLengthening: number | null;
                            endPitchMove: number | null;
                            gapAfterSec: number | null;
                            gapHeard: boolean;
                        }[];
                        digitsPerSec: number;
                        fastestGroupDigitsPerSec: number | null;
                        hesitations: {
                            start: number;
                            end: number;
                            /** @enum {string} */
                            kind: "silence" | "filler";
                        }[];
                        corrected: {
                            start: number;
                            end: number;
                            digit: string;
                            confidence: number;
                        }[];
                        complete: boolean;
                    }[];
                    usualGroups: number[];
                    clearest: number;
                    timesSaid: number;
                    apartSec: number[];
                    afterFirstSec: number;
                    afterLastSec: number;
                };
                written: string[];
            };
            following: {
                words: {
                    charStart: number;
                    charEnd: number;
                    text: string;
                    /** @enum {string} */
                    state: "said" | "otherwise" | "left-out" | "unsure";
                    start: number;
                    end: number;
                }[];
                differences: {
                    /** @enum {string} */
                    kind: "otherwise" | "left-out" | "added";
                    message: string;
                    script: {
                        charStart: number;
                        charEnd: number;
                        quote: string;
                        start: number;
                        end: number;
                    } | null;
                    heard: {
                        charStart: number;
                        charEnd: number;
                        quote: string;
                        start: number;
                        end: number;
                    } | null;
                    moves: ("greeting" | "caller-name" | "affiliation" | "bridge" | "purpose" | "pitch" | "request" | "time-box" | "deadline" | "phone-number" | "reply-option" | "flattery" | "apology" | "thanks" | "sign-off")[];
                }[];
                doubts: {
                    message: string;
                    script: {
                        charStart: number;
                        charEnd: number;
                        quote: string;
                        start: number;
                        end: number;
                    };
                }[];
                addresses: {
                    quote: string;
                    charStart: number;
                    charEnd: number;
                    address: string;
                    /** @enum {string} */
                    state: "said" | "otherwise" | "unsure";
                }[];
            };
            tips: {
                /** @enum {string} */
                id: "goal" | "bridge" | "brevity" | "tone" | "request" | "number" | "reply-option";
                /** @enum {string} */
                status: "pass" | "improve" | "fail" | "notApplicable" | "error";
                score: number | null;
                headline: string;
                findings: {
                    message: string;
                    evidence: string;
                    fix: string;
                    good: boolean;
                    /** @enum {boolean} */
                    doubt: true;
                    /** @enum {string} */
                    severity: "hint" | "improve" | "fail";
                    measure: {
                        name: string;
                        value: number;
                        unit: string;
                        expected: string;
                        source: string;
                    };
                    charStart: number;
                    charEnd: number;
                    start: number;
                    end: number;
                    waived: string;
                }[];
            }[];
            notes: {
                /** @enum {string} */
                id: "identity" | "recording";
                /** @enum {string} */
                status: "pass" | "improve" | "fail" | "notApplicable" | "error";
                headline: string;
                findings: {
                    message: string;
                    evidence: string;
                    fix: string;
                    good: boolean;
                    /** @enum {boolean} */
                    doubt: true;
                    /** @enum {string} */
                    severity: "hint" | "improve" | "fail";
                    measure: {
                        name: string;
                        value: number;
                        unit: string;
                        expected: string;
                        source: string;
                    };
                    charStart: number;
                    charEnd: number;
                    start: number;
                    end: number;
                    waived: string;
                }[];
            }[];
            verdict: {
                /** @enum {string} */
                decision: "return" | "toss-up" | "delete";
                score: number;
                reasons: string[];
                /** @enum {string|null} */
                firstFix: "goal" | "bridge" | "brevity" | "tone" | "request" | "number" | "reply-option" | null;
            };
        } | null;
        Ranking: {
            /** @description Best first; empty when none is reviewed. */
            takes: components["schemas"]["RankedTake"][];
            /** @description From the last take but one to the last; null when there are fewer than two. */
            change: {
                /** Format: uuid */
                from: string;
                /** Format: uuid */
                to: string;
                gained: {
                    element: string;
                    gain: number;
                    better: string;
                    worse: string;
                }[];
                lost: {
                    element: string;
                    gain: number;
                    better: string;
                    worse: string;
                }[];
            } | null;
        };
        RankedTake: {
            /** Format: uuid */
            takeId: string;
            rank: number;
            /** @description Why it is ahead of the next one, most important first. */
            ahead: {
                element: string;
                gain: number;
                better: string;
                worse: string;
            }[];
            behind: {
                element: string;
                gain: number;
                better: string;
                worse: string;
            }[];
            /** @description The one thing to mend next. */
            next: {
                message: string;
                fix: string;
            } | null;
            durationSec: number;
            wordsPerMinute: number;
            digitsPerSecond: number | null;
            tips: {
                id: string;
                status: string;
            }[];
        };
        BridgeReport: {
            ties: ({
                kind: string;
                bridge: {
                    [key: string]: unknown;
                };
                sentence: string;
                strengthInWords: string;
                records: {
                    [key: string]: unknown;
                }[];
            } & {
                [key: string]: unknown;
            })[];
            possible: ({
                reason: string;
            } & {
                [key: string]: unknown;
            })[];
            homework: string[];
            searched: {
                [key: string]: number;
            };
            warnings: string[];
        } & {
            [key: string]: unknown;
        };
        Brief: {
            /** Format: uuid */
            id: string;
            /** @description As `ringback compose --schema` prints it; parts may be missing. */
            draft: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            updatedAt: string;
        };
        CallImport: {
            /** @enum {string} */
            program: "hubspot" | "salesforce" | "ringback" | "csv";
            found: number;
            added: number | null;
            leftOut: number;
            problems: {
                row: number;
                problem: string;
            }[];
            warnings: string[];
        } & {
            [key: string]: unknown;
        };
        CallPage: {
            calls: components["schemas"]["Call"][];
            next: string | null;
            total: number;
        };
        Call: {
            /** @enum {number} */
            callVersion: 1;
            /** Format: uuid */
            id: string;
            whom: {
                name: string;
            } & {
                [key: string]: unknown;
            };
            /** Format: date-time */
            leftAt: string;
            objective: string;
            outcomes: {
                /** @enum {string} */
                kind: "phone" | "email" | "met" | "declined" | "nothing";
                /** Format: date-time */
                at: string;
            }[];
            followed: boolean;
            history: ({
                /** Format: date-time */
                at: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        LogStatistics: {
            /** @enum {number} */
            statisticsVersion: 1;
            rate: {
                [key: string]: unknown;
            };
            notYet: string;
        } & {
            [key: string]: unknown;
        };
        CallInput: {
            whom: {
                name: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        Job: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "hear" | "review" | "grade" | "batch" | "rejudge";
            /**
             * @description "failed": it was given up after several tries, and can be sent again.
             * @enum {string}
             */
            state: "waiting" | "active" | "done" | "failed" | "cancelled";
            /** Format: uuid */
            takeId: string | null;
            tries: number;
            progress: number;
            /** @description Of a batch: jobs that it handed out. */
            parts: number;
            /** @description Of a batch: parts that were given up. */
            failedParts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        ModelState: {
            /** @enum {string} */
            state: "ready" | "loading" | "missing";
            share: number;
            /** @description One sentence for the person; empty when ready. */
            message: string;
        };
        PhoneDoor: {
            /** @enum {boolean} */
            open: false;
        } | {
            /** @enum {boolean} */
            open: true;
            url: string;
            fingerprint: string;
            /** Format: uuid */
            scriptId: string | null;
            paired: boolean;
            takeIds: string[];
        };
        Person: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "coach" | "member";
        };
        Token: {
            /** Format: uuid */
            id: string;
            personId: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "coach" | "member";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        AuditEntry: {
            id: number;
            /** Format: date-time */
            at: string;
            personId: string | null;
            /** Format: uuid */
            tokenId: string | null;
            /** @example DELETE /takes/:id */
            action: string;
            target: string | null;
            status: number;
        };
        Team: {
            /** @description The Mondays (UTC) on which the weeks began, oldest first. */
            weeks: string[];
            people: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "coach" | "member";
                takes: number;
                reviewed: number;
                /** Format: date-time */
                lastTakeAt: string | null;
                /** @description Takes of each week that were judged by a tip, and that passed it; empty without takes in these weeks. */
                tips: {
                    /** @enum {string} */
                    tip: "goal" | "bridge" | "brevity" | "tone" | "request" | "number" | "reply-option";
                    judged: number[];
                    passed: number[];
                }[];
                /** @description The tip that was the first thing to mend in most (`times`) of the newest reviewed takes (`of`). */
                next: {
                    /** @enum {string} */
                    tip: "goal" | "bridge" | "brevity" | "tone" | "request" | "number" | "reply-option";
                    times: number;
                    of: number;
                    /** Format: uuid */
                    takeId: string;
                    takeName: string;
                    finding: {
                        message: string;
                        fix: string;
                        start?: number;
                    } | null;
                } | null;
            }[];
        };
        Comment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            takeId: string;
            author: {
                id: string;
                name: string;
            };
            /** @description Seconds from the start of the take; null for the whole of it. */
            atSec: number | null;
            /**
             * Format: uuid
             * @description The comment that it answers.
             */
            answers: string | null;
            text: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
