/** Calls to LiveKit's server API and to web that are for others, made with the intruder's own tokens. */

import { controlTopic } from '../../lib/control-messages.ts';
import { createId } from '../../lib/ids.ts';
import { agentName } from '../../lib/messages.ts';
import { controlSamples, planted } from './control-samples.ts';
import type { Forgery, Scene } from './forgery.ts';
import { postJson } from './post-json.ts';

export function forgeServerCalls(scene: Scene): Forgery[] {
  return [...callLiveKit(scene), ...callWeb(scene)];
}

function callLiveKit({ intruder, victim, agent }: Scene): Forgery[] {
  const { serverUrl, token, meeting } = intruder.joined;
  const room = meeting.id;
  const data = Buffer.from(JSON.stringify(controlSamples(victim.id)['meeting.ended'])).toString('base64');
  const calls: [string, object][] = [
    ['RoomService/SendData', { room, data, kind: 'RELIABLE', topic: controlTopic }],
    ['RoomService/UpdateRoomMetadata', { room, metadata: planted }],
    ['RoomService/UpdateParticipant', { room, identity: intruder.joined.participantId, name: planted }],
    ['RoomService/UpdateParticipant', { room, identity: victim.identity, permission: { canPublish: false } }],
    ['RoomService/MutePublishedTrack', { room, identity: agent.identity, trackSid: 'TR_x', muted: true }],
    ['RoomService/RemoveParticipant', { room, identity: victim.identity }],
    ['RoomService/PerformRpc', { room, destinationIdentity: victim.identity, method: 'agent.answer' }],
    ['RoomService/ListParticipants', { room }],
    ['RoomService/DeleteRoom', { room }],
    ['RoomService/CreateRoom', { name: 'planted' }],
    ['AgentDispatchService/CreateDispatch', { room, agentName, metadata: '{}' }],
    ['Egress/StartRoomCompositeEgress', { roomName: room, file: { filepath: 'planted' } }],
  ];
  return calls.map(([method, body]) => ({
    name: `server API ${method}`,
    send: () => postJson(`${serverUrl.replace(/^ws/, 'http')}/twirp/livekit.${method}`, body, token),
  }));
}

function callWeb({ baseUrl, intruder, victim, approval, pollId }: Scene): Forgery[] {
  const { apiToken, token, meeting } = intruder.joined;
  const about = (path: string) => `${baseUrl}/api/meetings/${meeting.id}/${path}`;
  const ofAgent = (path: string) => `${baseUrl}/api/agent/meetings/${meeting.id}/${path}`;
  const decision = about(`approvals/${approval.id}/decision`);
  const line = {
    ...{ epoch: 1, seq: 500, kind: 'speech', segmentId: 'planted', speaker: victim.id, trackSid: 'TR_x' },
    ...{ speakerName: planted, startMs: 0, endMs: 1, text: planted },
  };
  const finished = { event: 'room_finished', id: 'EV_planted', room: { name: meeting.id, sid: 'RM_x' } };
  const calls: [string, string, object, string][] = [
    [
      'approval of what another was asked',
      decision,
      { decision: 'approve', digest: approval.digest },
      apiToken,
    ],
    ['withdrawal of what another asked for', decision, { decision: 'withdraw' }, apiToken],
    ['approval with the token of LiveKit', decision, { decision: 'approve', digest: approval.digest }, token],
    ['end of the meeting', about('end'), {}, apiToken],
    ['all hands lowered', about('hands/lower'), {}, apiToken],
    ['breakout rooms', about('breakouts'), { rooms: [{ name: planted }] }, apiToken],
    ['a word to all breakout rooms', about('breakouts/message'), { text: planted }, apiToken],
    ['settings', about('settings'), { locked: true }, apiToken],
    ['the AI participant sent away', about('assistant'), { dismissed: true }, apiToken],
    ['a recording', about('recording'), { active: true }, apiToken],
    ['the victim removed', about(`people/${victim.id}/remove`), {}, apiToken],
    ['the victim silenced', about(`people/${victim.id}/silence`), { silenced: true }, apiToken],
    ['the end of a poll', about(`polls/${pollId}/end`), {}, apiToken],
    ['a vote with the token of LiveKit', about(`polls/${pollId}/vote`), { choices: [1], revision: 9 }, token],
    ['chat with the token of LiveKit', about('chat'), { id: createId('msg'), text: planted }, token],
    ['lines as the agent', ofAgent('lines'), { lines: [line] }, apiToken],
    ['a heartbeat as the agent', ofAgent('heartbeat'), { state: 'leaving' }, apiToken],
    ['lines as the agent, with the token of LiveKit', ofAgent('lines'), { lines: [line] }, token],
    ['a webhook of LiveKit', `${baseUrl}/api/webhooks/livekit`, finished, token],
  ];
  return calls.map(([what, url, body, bearer]) => ({
    name: `call of web: ${what}`,
    send: () => postJson(url, body, bearer),
  }));
}
