import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { buildJoined } from '../api/testing.ts';
import { beginStay } from '../breakouts/stay.ts';
import { readChoices, rememberChoices } from '../lobby/remembered-choices.ts';
import { useMeetingSession } from './useMeetingSession.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const lobby = { ...readChoices(localStorage), microphone: false, camera: false, microphoneId: 'desk' };

function openRoom() {
  const stay = beginStay(buildJoined({ serverUrl: 'ws://127.0.0.1:1' }), lobby);
  const { result } = renderHook(() => useMeetingSession({ stay, onOver: () => undefined }));
  return result.current.live?.room.options;
}

test('a room is entered with the devices of the lobby', () => {
  expect(openRoom()?.audioCaptureDefaults).toMatchObject({ deviceId: 'desk', noiseSuppression: true });
});

test('the next room is entered with the devices that were chosen in the one before', () => {
  const chosen = { microphoneId: 'headset', cameraId: 'usb', speakerId: 'hall', noiseSuppression: false };
  rememberChoices(localStorage, { ...lobby, ...chosen });
  expect(openRoom()).toMatchObject({
    audioCaptureDefaults: { deviceId: 'headset', noiseSuppression: false },
    videoCaptureDefaults: { deviceId: 'usb' },
    audioOutput: { deviceId: 'hall' },
  });
});
