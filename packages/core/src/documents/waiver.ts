import { z } from 'zod';
import { NOTE_IDS, TIP_IDS } from './tip-ids.ts';

/** {@link Waiver} */
export const waiverSchema = z.object({
  tip: z.enum([...TIP_IDS, ...NOTE_IDS]),
  reason: z.string(),
  /** Only findings whose words or evidence contain this; absent: every finding of the tip. */
  quote: z.string().exactOptional(),
});

/** A finding the person does not mind, with the reason. */
export type Waiver = z.infer<typeof waiverSchema>;
