/** Why a camera or a microphone cannot be used. */
export type MediaProblem = 'denied' | 'busy' | 'missing' | 'unsupported' | 'background' | 'unknown';
export type MediaKind = 'camera' | 'microphone';

/** The reason in an error of `getUserMedia` (w3.org/TR/mediacapture-streams, section 10.2). */
export function mediaProblemOf(error: unknown): MediaProblem {
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotSupportedError':
    case 'TypeError':
      return 'unsupported';
    // Not of the browser, but of our own `BackgroundError`.
    case 'BackgroundError':
      return 'background';
    default:
      return 'unknown';
  }
}

/** What to tell the person, and what to do about it. */
export function explainMediaProblem(kind: MediaKind, problem: MediaProblem): string {
  const device = kind === 'camera' ? 'camera' : 'microphone';
  switch (problem) {
    case 'denied':
      return `Your browser does not let this page use the ${device}. Allow it in the address bar, then try again.`;
    case 'busy':
      return `Another application is using your ${device}. Close it there, then try again.`;
    case 'missing':
      return `No ${device} was found.`;
    case 'unsupported':
      return `This browser cannot use a ${device} here. Open the page over https in a current browser.`;
    case 'background':
      return 'Your background could not be hidden, so nobody sees your camera. To show it, set the background to Off.';
    case 'unknown':
      return `Your ${device} could not be started.`;
    default:
      return problem satisfies never;
  }
}
