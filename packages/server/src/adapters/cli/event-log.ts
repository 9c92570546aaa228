import { Option } from 'commander';
import { pino } from 'pino';
import type { Console } from 'ringback';
import { isOurFault, placesIn } from '../../http/told-requests.ts';
import type { Log } from '../../ports/log.ts';

/** Plain lines for a person, or one JSON object a line for what gathers logs. */
type LogFormat = 'text' | 'json';

/** The option of what runs as a service. */
export const logOption = (): Option =>
  new Option('--log <format>', 'lines on standard error for a person, or JSON objects that also tell of every request and job')
    .choices(['text', 'json'] satisfies LogFormat[])
    .default('text');

/** Where a service tells what happens. */
export interface EventLog {
  /** What somebody should see. */
  log: Log;
  /** What goes as it should: nobody reads it in text. */
  note?: Log;
  /** Says that the service is up. @param plainly The line for a person, on standard output. */
  opened(plainly: string, facts: Parameters<Log>[1]): void;
}

/** House rule: what containers and systemd see as a program's own fault. */
const OUR_FAULT = 3;

/** Opens the log of a service that runs by itself. @param service Its name in every JSON line. */
export function eventLog({ stdout, stderr }: Pick<Console, 'stdout' | 'stderr'>, format: LogFormat, service: string): EventLog {
  if (format === 'text') {
    return {
      log: (event, facts) => void stderr.write(`ringback: ${event}${facts?.code === undefined ? '' : `: ${facts.code}`}\n`),
      opened: (plainly) => void stdout.write(plainly),
    };
  }
  const lines = pino(
    {
      base: { service, pid: process.pid },
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stderr,
  );
  // What nobody caught: its words may be personal, so only where it was is told.
  process.on('uncaughtException', (error) => {
    lines.fatal({ code: error.name, at: placesIn(error) }, 'something broke on our side');
    process.exit(OUR_FAULT);
  });
  const note: Log = (event, facts = {}) => lines[isOurFault(facts) ? 'error' : 'info'](facts, event);
  return { log: (event, facts = {}) => lines.warn(facts, event), note, opened: (_plainly, facts) => note(`the ${service} is open`, facts) };
}
