import { useEffect } from 'react';

/**
 * Shows a video alone, with controls of the browser as long as it is: those of the page are not in sight. Null where the
 * browser cannot.
 */
export function useFullScreen(video: HTMLVideoElement): (() => void) | null {
  useEffect(() => {
    const onChange = () => {
      video.controls = document.fullscreenElement === video;
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [video]);
  if (!document.fullscreenEnabled) return null;
  return () => {
    // Refused, the picture stays as large as it is.
    video.requestFullscreen().catch(() => undefined);
  };
}
