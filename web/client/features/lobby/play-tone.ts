/** Two notes, a fourth apart, each a quarter of a second: short, clear, and not alarming. */
const notes = [523.25, 698.46];
const noteSeconds = 0.25;

/**
 * Plays a short tone on a loudspeaker (empty id: the browser's default) and resolves when it is over. Rejects when
 * the loudspeaker cannot be used.
 */
export async function playTone(speakerId: string): Promise<void> {
  const audio = new AudioContext();
  try {
    await audio.resume();
    const element = await outputOf(audio, speakerId);
    const volume = new GainNode(audio, { gain: 0 });
    volume.connect(element.node);
    const start = audio.currentTime + 0.05;
    notes.forEach((frequency, index) => {
      const at = start + index * noteSeconds;
      const tone = new OscillatorNode(audio, { type: 'sine', frequency });
      tone.connect(volume);
      // Fades, so that nothing clicks.
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.2, at + 0.02);
      volume.gain.linearRampToValueAtTime(0, at + noteSeconds);
      tone.start(at);
      tone.stop(at + noteSeconds);
    });
    await new Promise((resolve) => setTimeout(resolve, (notes.length * noteSeconds + 0.15) * 1_000));
    element.stop();
  } finally {
    await audio.close();
  }
}

/** Through an audio element where a loudspeaker is chosen: only elements can choose one in all browsers. */
async function outputOf(audio: AudioContext, speakerId: string) {
  if (speakerId === '' || !('setSinkId' in HTMLMediaElement.prototype)) {
    return { node: audio.destination, stop: () => undefined };
  }
  const stream = audio.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = stream.stream;
  await element.setSinkId(speakerId);
  await element.play();
  return { node: stream, stop: () => element.pause() };
}
