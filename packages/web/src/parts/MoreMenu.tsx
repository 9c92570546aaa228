import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { sentenceOf } from '../desk/http/problem.ts';
import { announce } from './frame/Announcements.tsx';
import { Icon } from './Icon.tsx';
import { AskDelete } from './Question.tsx';
import './menu.css';

/** What can be done with a script or a plan; deleting asks first. */
export function MoreMenu({
  name,
  loses,
  items,
  remove,
}: {
  name: string;
  /** What is gone when it is deleted, as a sentence. */
  loses: string;
  items: readonly { label: string; onAction: () => void }[];
  /** Deletes it; the list or the room then shows what is left. */
  remove: () => Promise<void>;
}) {
  const [asks, setAsks] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const onDelete = async () => {
    try {
      await remove();
      setAsks(false);
      announce(`${name} is deleted.`);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button className="press press-quiet press-icon" aria-label={`More for ${name}`}>
          <Icon name="more" />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu" aria-label={`More for ${name}`}>
            {items.map(({ label, onAction }) => (
              <MenuItem key={label} className="menu-item" onAction={onAction}>
                {label}
              </MenuItem>
            ))}
            <MenuItem
              className="menu-item menu-danger"
              onAction={() => {
                setFailure(null);
                setAsks(true);
              }}
            >
              Delete for good …
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <AskDelete
        name={name}
        loses={loses}
        isOpen={asks}
        failure={failure}
        onClose={() => setAsks(false)}
        onDelete={() => void onDelete()}
      />
    </>
  );
}
