import { Blend } from 'lucide-react';
import { useRemembered } from '../../ui/remembered.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Background, chosenBackground } from './chosen-background.ts';
import { OwnPictureButton } from './OwnPictureButton.tsx';
import { whyNotHide } from './why-not-hide.ts';

const names: [Background, string][] = [
  ['off', 'Off'],
  ['slight', 'Slight blur'],
  ['strong', 'Strong blur'],
  ['warm', 'Warm wall'],
  ['cool', 'Cool wall'],
  ['own', 'Your picture'],
];

/** How one's background is shown, in every meeting from now on. What was chosen can be taken back in any browser. */
export function BackgroundField() {
  const background = useRemembered(chosenBackground);
  const closed = whyNotHide();
  return (
    <div className="min-w-0">
      <SelectField
        label="Background"
        icon={<Blend aria-hidden size={16} />}
        value={background}
        disabled={closed !== null && background === 'off'}
        options={names.map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          const [chosen] = names.find(([name]) => name === value) ?? ['off' as const];
          chosenBackground.set(chosen);
        }}
      />
      {background === 'own' && <OwnPictureButton />}
      {closed && <p className="mt-1.5 text-ink-faint text-xs leading-relaxed">{closed}</p>}
    </div>
  );
}
