import { CallRoom } from './CallRoom.tsx';
import { WholeLog } from './WholeLog.tsx';
import './log.css';

/** What came of the calls: the whole log, or one call of it. */
export default function LogRoom({ id }: { id: string | null }) {
  return id === null ? <WholeLog /> : <CallRoom id={id} />;
}
