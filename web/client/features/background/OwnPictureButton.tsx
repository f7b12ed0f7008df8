import { ImagePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { ownPicture } from './own-picture.ts';
import { preparePicture } from './prepare-picture.ts';

/** Takes a picture from this device to stand behind the person. */
export function OwnPictureButton() {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const hasPicture = useRemembered(ownPicture) !== null;
  const onPick = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    await preparePicture(file).then(ownPicture.set, (error) => setProblem(error.message));
  };
  return (
    <div className="mt-2">
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label="Picture behind you"
        hidden
        onChange={(event) => {
          void onPick(event.target.files?.[0]);
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button className="w-full" onClick={() => input.current?.click()}>
        <ImagePlus aria-hidden size={16} />
        {hasPicture ? 'Choose another picture' : 'Choose a picture'}
      </Button>
      {problem && (
        <p role="alert" className="mt-1.5 text-danger text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
