import { useEffect, useState } from 'react';

export interface DeviceLists {
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
}

const none: DeviceLists = { microphones: [], cameras: [], speakers: [] };

/**
 * The devices of this computer, kept current. Names are known only while the page may use a device, so `refreshOn`
 * is anything that changes with that.
 */
export function useDevices(refreshOn: unknown): DeviceLists {
  const [lists, setLists] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `refreshOn` only says when to look again
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!media?.enumerateDevices) return;
    let current = true;
    const refresh = async () => {
      const devices = await media.enumerateDevices().catch(() => []);
      if (current) setLists(sortDevices(devices));
    };
    void refresh();
    media.addEventListener('devicechange', refresh);
    return () => {
      current = false;
      media.removeEventListener('devicechange', refresh);
    };
  }, [refreshOn]);
  return lists;
}

function sortDevices(devices: MediaDeviceInfo[]): DeviceLists {
  const named = (kind: MediaDeviceKind) =>
    devices.filter((device) => device.kind === kind && device.deviceId !== '');
  return { microphones: named('audioinput'), cameras: named('videoinput'), speakers: named('audiooutput') };
}

/** True where a page can choose the loudspeaker (not Safari on iPhones, not older Firefox). */
export function canChooseSpeaker(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}
