import type { Artifacts, ChecklistItem, FailureNote, RecordingFacts, Review, ReviewSettings, Tune } from '@ringback/core';
import type { TranscriptionService } from '@ringback/speech';
import type { MeantWords, SoundToHear } from '../../ports/hearing.ts';

/** What the hearing process is told first. */
export interface HearingSetup {
  modelsDir: string;
  transcription: TranscriptionService | null;
}

/** What the hearing process is asked. `id` names a live take or one question. */
export type HearingRequest =
  | { kind: 'prepare'; id: string }
  | ({ kind: 'open'; id: string; sampleRate: number } & MeantWords)
  | { kind: 'samples'; id: string; samples: Int16Array }
  | { kind: 'finish'; id: string; recording: RecordingFacts; name: string; options: ReviewSettings }
  | ({ kind: 'hear'; id: string; options: ReviewSettings } & SoundToHear)
  | { kind: 'judge'; id: string; artifacts: Artifacts; options: ReviewSettings }
  | { kind: 'grade'; id: string; samples: Float32Array; artifacts: Artifacts; options: ReviewSettings }
  | { kind: 'speak'; id: string; text: string; tune?: Tune }
  | { kind: 'drop'; id: string };

/** What the hearing process answers. */
export type HearingAnswer =
  | { kind: 'ready'; id: string }
  | { kind: 'heard'; id: string; text: string; heardSec: number; checklist: ChecklistItem[] }
  | { kind: 'progress'; id: string; share: number }
  | { kind: 'reviewed'; id: string; artifacts: Artifacts; review: Review }
  | { kind: 'spoken'; id: string; samples: Float32Array; sampleRate: number }
  | { kind: 'failed'; id: string; failure: FailureNote };

/** An answer as it is sent: with the memory of the process that gives it, bytes. */
export type SentAnswer = HearingAnswer & { rssBytes: number };
