import { Check, EarOff, LogOut, Replace, VolumeX } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import type { ControlAssistant } from '../../../../lib/assistant-messages.ts';
import { type Persona, personaSchema, type RoomMetadata } from '../../../../lib/messages.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import { personaModes } from '../personas/modes.ts';
import { AssistantSettingsButton } from './AssistantSettingsButton.tsx';

export interface AssistantMenuProps {
  name: string;
  /** Null while it is not known. */
  mode: Persona['mode'] | null;
  features: RoomMetadata['features'];
  /** Off the record by the main room, where alone that ends. */
  heldOffRecord: boolean;
  onChange(change: ControlAssistant): void;
  /** Asks which persona takes over. */
  onReplace(): void;
}

/** What those who moderate can do with the AI participant that is there. It is open at first. */
export function OpenAssistantMenu({
  name,
  mode,
  features,
  heldOffRecord,
  onChange,
  onReplace,
}: AssistantMenuProps) {
  const [dismissing, setDismissing] = useState(false);
  const { paused, muted } = features;
  return (
    <>
      <MenuFrame trigger={<AssistantSettingsButton name={name} />} defaultOpen align="start" className="w-72">
        <DropdownMenu.Label className="px-3 pt-1.5 pb-1 font-medium text-ink-faint text-xs">
          When it speaks
        </DropdownMenu.Label>
        <DropdownMenu.RadioGroup
          value={mode ?? ''}
          onValueChange={(value) => {
            const chosen = personaSchema.shape.mode.safeParse(value);
            if (chosen.success) onChange({ mode: chosen.data });
          }}
        >
          {personaModes.map((each) => (
            <DropdownMenu.RadioItem key={each.mode} value={each.mode} className={row}>
              <Tick />
              <span>
                <span className="block">{each.name}</span>
                <span className="block text-ink-faint text-xs leading-snug">{each.description}</span>
              </span>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
        {!heldOffRecord && (
          <Toggle
            icon={<EarOff aria-hidden size={18} />}
            on={paused}
            onChange={(on) => onChange({ paused: on })}
          >
            Off the record
          </Toggle>
        )}
        <Toggle
          icon={<VolumeX aria-hidden size={18} />}
          on={muted}
          onChange={(on) => onChange({ muted: on })}
        >
          Mute its voice
        </Toggle>
        <DropdownMenu.Separator className="my-1.5 h-px bg-line" />
        <DropdownMenu.Item onSelect={onReplace} className={row}>
          <Replace aria-hidden size={18} />
          Change AI participant
        </DropdownMenu.Item>
        <DropdownMenu.Item onSelect={() => setDismissing(true)} className={`${row} text-danger`}>
          <LogOut aria-hidden size={18} />
          Send away
        </DropdownMenu.Item>
      </MenuFrame>
      <ConfirmDialog
        open={dismissing}
        title={`Send ${name} away?`}
        confirmLabel="Send away"
        onConfirm={() => {
          setDismissing(false);
          onChange({ dismissed: true });
        }}
        onOpenChange={setDismissing}
      >
        Captions and the transcript stop for everyone until you invite it back.
      </ConfirmDialog>
    </>
  );
}

const row =
  'flex min-h-10 w-full cursor-pointer select-none items-center gap-3 rounded-lg px-3 py-1.5 text-sm -outline-offset-2 data-highlighted:bg-sunken';

interface ToggleProps {
  icon: ReactNode;
  on: boolean;
  onChange(on: boolean): void;
  children: ReactNode;
}

function Toggle({ icon, on, onChange, children }: ToggleProps) {
  return (
    <DropdownMenu.CheckboxItem checked={on} onCheckedChange={onChange} className={row}>
      {icon}
      <span className="flex-1">{children}</span>
      <Tick />
    </DropdownMenu.CheckboxItem>
  );
}

function Tick() {
  return (
    <span className="flex size-4.5 shrink-0 items-center justify-center text-accent">
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden size={17} />
      </DropdownMenu.ItemIndicator>
    </span>
  );
}
