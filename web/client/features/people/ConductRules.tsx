import { useId } from 'react';
import { whoMayDrawSchema } from '../../../../lib/board-messages.ts';
import type { MeetingSettings } from '../../../../lib/host-messages.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { HostActions } from './useHostActions.ts';

interface ConductRulesProps {
  settings: MeetingSettings;
  actions: Pick<HostActions, 'change' | 'changing'>;
}

/** What people may do in the meeting. Each change takes effect at once. */
export function ConductRules({ settings, actions: { change, changing } }: ConductRulesProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-line border-t pt-4">
      <h3 id={id} className="font-semibold text-sm">
        What people can do
      </h3>
      <Switch
        label="Write in the chat"
        hint={settings.whoMayChat === 'everyone' ? 'Everyone can write.' : 'Only hosts can write.'}
        checked={settings.whoMayChat === 'everyone'}
        disabled={changing}
        onChange={(everyone) => change({ whoMayChat: everyone ? 'everyone' : 'hosts' })}
      />
      <Switch
        label="Share a screen"
        hint={settings.whoMayShare === 'everyone' ? 'Everyone can share.' : 'Only hosts can share.'}
        checked={settings.whoMayShare === 'everyone'}
        disabled={changing}
        onChange={(everyone) => change({ whoMayShare: everyone ? 'everyone' : 'hosts' })}
      />
      <SelectField
        label="Draw on the whiteboard"
        value={settings.whoMayDraw}
        disabled={changing}
        options={[
          { value: 'everyone', label: 'Everyone' },
          { value: 'chosen', label: 'People whom hosts choose' },
          { value: 'hosts', label: 'Only hosts' },
        ]}
        onChange={(value) => change({ whoMayDraw: whoMayDrawSchema.parse(value) })}
      />
      <Switch
        label="Start a poll"
        hint={settings.whoMayPoll === 'everyone' ? 'Everyone can ask.' : 'Only hosts can ask.'}
        checked={settings.whoMayPoll === 'everyone'}
        disabled={changing}
        onChange={(everyone) => change({ whoMayPoll: everyone ? 'everyone' : 'hosts' })}
      />
      <Switch
        label="Mute newcomers"
        hint="People come in with the microphone off, and can turn it on."
        checked={settings.muteOnJoin}
        disabled={changing}
        onChange={(muteOnJoin) => change({ muteOnJoin })}
      />
    </section>
  );
}
