/** Everything that needs LiveKit, loaded when someone joins. */
export const loadRoom = () => import('./MeetingRoom.tsx');
