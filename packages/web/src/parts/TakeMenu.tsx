import type { TakeSummary } from '@ringback/core';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { api, reportUrl, soundUrl } from '../desk/http/client.ts';
import { sentenceOf } from '../desk/http/problem.ts';
import { AskName } from './AskName.tsx';
import { announce } from './frame/Announcements.tsx';
import { forget } from './frame/thread.ts';
import { Icon } from './Icon.tsx';
import { AskDelete } from './Question.tsx';
import './menu.css';

/** What can be done with a take: keep, rename, download, share, delete for good. */
export function TakeMenu({
  take,
  onChange,
  onRemoved,
  canRename = true,
}: {
  take: TakeSummary;
  onChange: () => void;
  /** The take is gone from the server; where the keyboard goes is for the room to say. */
  onRemoved: () => void;
  /** Off where the name is a field beside the menu. */
  canRename?: boolean;
}) {
  const [asking, setAsking] = useState<'name' | 'delete' | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (work: () => Promise<unknown>, done: () => void) => {
    setFailure(null);
    try {
      await work();
      setAsking(null);
      done();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  const change = (part: { name?: string; kept?: boolean }) => attempt(() => api.changeTake(take.id, part), onChange);
  const remove = () =>
    attempt(
      () => api.removeTake(take.id),
      () => {
        forget(take.id);
        announce(`${take.name} is deleted.`);
        onRemoved();
      },
    );
  const ask = (what: 'name' | 'delete' | null) => {
    setFailure(null);
    setAsking(what);
  };
  return (
    <>
      <MenuTrigger>
        <Button className="press press-quiet press-icon" aria-label={`More for ${take.name}`}>
          <Icon name="more" />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu" aria-label={`More for ${take.name}`}>
            <MenuItem className="menu-item" onAction={() => void change({ kept: !take.kept })}>
              {take.kept ? 'Do not keep' : 'Keep this take'}
            </MenuItem>
            {canRename && (
              <MenuItem className="menu-item" onAction={() => ask('name')}>
                Rename …
              </MenuItem>
            )}
            <MenuItem className="menu-item" href={soundUrl(take.id, '16k')} download>
              Download as WAV, 16 kHz
            </MenuItem>
            <MenuItem className="menu-item" href={soundUrl(take.id, '8k-mulaw')} download>
              Download for a telephone system, 8 kHz
            </MenuItem>
            {take.state === 'reviewed' && (
              <MenuItem className="menu-item" href={reportUrl(take.id)} download>
                Download the review to share (HTML)
              </MenuItem>
            )}
            {take.state === 'reviewed' && (
              <MenuItem className="menu-item" href={`${reportUrl(take.id)}?sound=1`} download>
                The same with its sound
              </MenuItem>
            )}
            <MenuItem className="menu-item menu-danger" onAction={() => ask('delete')}>
              Delete for good …
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <AskName
        name={take.name}
        isOpen={asking === 'name'}
        failure={failure}
        onClose={() => ask(null)}
        onName={(name) => void change({ name })}
      />
      <AskDelete
        name={take.name}
        loses="Its sound and its review are removed from this machine."
        isOpen={asking === 'delete'}
        failure={failure}
        onClose={() => ask(null)}
        onDelete={() => void remove()}
      />
    </>
  );
}
