import { useEffect, useRef } from 'react';
import { levelOf } from './microphone-level.ts';

/** Moves with the voice, so that people see that they are heard before they join. */
export function MicrophoneMeter({ track }: { track: MediaStreamTrack | null }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (track) return watchLevel(track, (level) => bar.current?.style.setProperty('--level', String(level)));
  }, [track]);
  return (
    <div
      role="img"
      aria-label={track ? 'Microphone level' : 'Microphone is off'}
      className="h-2 overflow-hidden rounded-full bg-line"
    >
      <div
        ref={bar}
        className="h-full origin-left rounded-full bg-accent transition-transform duration-75"
        style={{ transform: track ? 'scaleX(var(--level, 0))' : 'scaleX(0)' }}
      />
    </div>
  );
}

function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const audio = new AudioContext();
  const source = audio.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(audio, { fftSize: 1024, smoothingTimeConstant: 0 });
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let shown = 0;
  let frame = requestAnimationFrame(function measure() {
    analyser.getFloatTimeDomainData(samples);
    // Rises at once, falls slowly: readable by the eye.
    shown = Math.max(levelOf(samples), shown * 0.92);
    onLevel(shown);
    frame = requestAnimationFrame(measure);
  });
  // Browsers may hold audio back until the page was touched.
  const resume = () => void audio.resume();
  window.addEventListener('pointerdown', resume);
  window.addEventListener('keydown', resume);
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('pointerdown', resume);
    window.removeEventListener('keydown', resume);
    void audio.close();
  };
}
