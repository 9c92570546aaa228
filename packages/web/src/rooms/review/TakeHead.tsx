import type { Take } from '@ringback/core';
import { useState } from 'react';
import { Button, Dialog, Heading, Menu, MenuItem, MenuTrigger, Modal, ModalOverlay, Popover } from 'react-aria-components';
import { api, reportUrl, soundUrl } from '../../api/client.ts';
import { goTo } from '../../app/route.ts';
import { forget } from '../../app/thread.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Press } from '../../parts/Press.tsx';
import { moment } from '../../parts/words.ts';

/** The take's name, when it was made, and what can be done with it. */
export function TakeHead({ take, onChange }: { take: Take; onChange: (take: Take) => void }) {
  const [name, setName] = useState(take.name);
  const [asking, setAsking] = useState(false);
  const rename = () => {
    const wanted = name.trim();
    if (wanted === '' || wanted === take.name) setName(take.name);
    else api.changeTake(take.id, { name: wanted }).then(onChange, () => setName(take.name));
  };
  return (
    <div className="take-head">
      <div className="take-title">
        <label>
          <span className="visually-hidden">Name of the take</span>
          <input
            className="take-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onBlur={rename}
            onKeyDown={(event) => event.key === 'Enter' && rename()}
          />
        </label>
        <p className="soft">
          {take.kept && 'Kept · '}
          {moment(take.createdAt)}
          {take.capture?.automaticGain && ' · recorded with automatic gain, so its level is not judged'}
        </p>
      </div>
      <MenuTrigger>
        <Button className="press press-quiet" aria-label="More for this take">
          <Icon name="more" />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu">
            <MenuItem className="menu-item" onAction={() => api.changeTake(take.id, { kept: !take.kept }).then(onChange, () => {})}>
              {take.kept ? 'Do not keep' : 'Keep this take'}
            </MenuItem>
            <MenuItem className="menu-item" href={soundUrl(take.id, '16k')} download>
              Download as WAV, 16 kHz
            </MenuItem>
            <MenuItem className="menu-item" href={soundUrl(take.id, '8k-mulaw')} download>
              Download for a telephone, 8 kHz µ-law
            </MenuItem>
            {take.review && (
              <MenuItem className="menu-item" href={reportUrl(take.id)} download>
                Download the review as one page to share
              </MenuItem>
            )}
            <MenuItem className="menu-item menu-danger" onAction={() => setAsking(true)}>
              Delete for good …
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ModalOverlay className="veil" isOpen={asking} onOpenChange={setAsking} isDismissable>
        <Modal className="modal">
          <Dialog className="dialog" role="alertdialog">
            <Heading slot="title">Delete this take for good?</Heading>
            <p>Its sound and its review are removed from this machine. This cannot be undone.</p>
            <div className="dialog-foot">
              <Press slot="close">Keep it</Press>
              <Press
                weight="danger"
                icon="trash"
                onPress={() =>
                  api.removeTake(take.id).then(
                    () => {
                      forget(take.id);
                      goTo('start');
                    },
                    () => setAsking(false),
                  )
                }
              >
                Delete for good
              </Press>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </div>
  );
}
