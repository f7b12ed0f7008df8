import {
  Ellipsis,
  Mic,
  MicOff,
  Pencil,
  PencilOff,
  Pin,
  PinOff,
  ShieldMinus,
  ShieldPlus,
  UserX,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { may, mayActOn } from '../../../../lib/roles.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import type { PersonAction } from '../api/people.ts';
import type { TilePin } from '../tiles/TileFrame.tsx';
import type { Standing } from './standing.ts';

interface PersonMenuProps {
  name: string;
  /** Of the person whom the menu is about. */
  standing: Standing;
  microphoneOn: boolean;
  me: Standing;
  pin: TilePin;
  /** Whether they may draw on the whiteboard; null where only hosts may, or it is not known yet. */
  draws: boolean | null;
  onAct(act: PersonAction): void;
}

/** What everyone can do about one person for themselves, and a host or co-host for all. */
export function PersonMenu({ name, standing, microphoneOn, me, pin, draws, onAct }: PersonMenuProps) {
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <MenuFrame
        trigger={
          <IconButton label={`Actions for ${name}`} icon={<Ellipsis aria-hidden size={18} />} size="small" />
        }
        className="min-w-60"
      >
        <Item
          icon={pin.pinned ? <PinOff aria-hidden size={18} /> : <Pin aria-hidden size={18} />}
          onSelect={pin.toggle}
        >
          {pin.pinned ? 'Unpin' : 'Pin for me'}
        </Item>
        {mayActOn(me.role, standing.role) && (
          <HostItems
            standing={standing}
            microphoneOn={microphoneOn}
            me={me}
            draws={draws}
            onAct={onAct}
            onRemove={() => setRemoving(true)}
          />
        )}
      </MenuFrame>
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove ${name}?`}
        confirmLabel="Remove"
        onConfirm={() => {
          setRemoving(false);
          onAct({ action: 'remove' });
        }}
      >
        {name} leaves at once and cannot come back. From then on new guests go through the waiting room.
      </ConfirmDialog>
    </>
  );
}

interface HostItemsProps
  extends Pick<PersonMenuProps, 'standing' | 'microphoneOn' | 'me' | 'draws' | 'onAct'> {
  onRemove(): void;
}

function HostItems({ standing, microphoneOn, me, draws, onAct, onRemove }: HostItemsProps) {
  const { silenced, role } = standing;
  return (
    <>
      <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
      {microphoneOn && !silenced && (
        <Item icon={<MicOff aria-hidden size={18} />} onSelect={() => onAct({ action: 'mute' })}>
          Ask to mute
        </Item>
      )}
      <Item
        icon={silenced ? <Mic aria-hidden size={18} /> : <MicOff aria-hidden size={18} />}
        onSelect={() => onAct({ action: 'silence', body: { silenced: !silenced } })}
      >
        {silenced ? 'Give the microphone back' : 'Take the microphone away'}
      </Item>
      {draws !== null && !may(role, 'moderate') && (
        <Item
          icon={draws ? <PencilOff aria-hidden size={18} /> : <Pencil aria-hidden size={18} />}
          onSelect={() => onAct({ action: 'pen', body: { pen: !draws } })}
        >
          {draws ? 'Let no longer draw' : 'Let draw on the whiteboard'}
        </Item>
      )}
      {may(me.role, 'appoint') && role === 'cohost' && (
        <Item
          icon={<ShieldMinus aria-hidden size={18} />}
          onSelect={() => onAct({ action: 'role', body: { role: 'participant' } })}
        >
          No longer co-host
        </Item>
      )}
      {may(me.role, 'appoint') && role !== 'cohost' && (
        <Item
          icon={<ShieldPlus aria-hidden size={18} />}
          onSelect={() => onAct({ action: 'role', body: { role: 'cohost' } })}
        >
          Make co-host
        </Item>
      )}
      <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
      <Item icon={<UserX aria-hidden size={18} />} danger onSelect={onRemove}>
        Remove from the meeting
      </Item>
    </>
  );
}

interface ItemProps {
  icon: ReactNode;
  danger?: boolean;
  onSelect(): void;
  children: ReactNode;
}

function Item({ icon, danger, onSelect, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={`flex min-h-10 w-full cursor-pointer select-none items-center gap-3 rounded-lg px-3 text-sm -outline-offset-2 data-highlighted:bg-sunken ${danger ? 'text-danger' : ''}`}
    >
      {icon}
      {children}
    </DropdownMenu.Item>
  );
}
