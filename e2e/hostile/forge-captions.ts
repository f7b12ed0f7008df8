/** Forged captions: the agent's own packets with other words, other numbers, other senders. */
import { DataStream_Header } from '@livekit/protocol';
import { captionTopic, captionAttributes as key } from '../../lib/messages.ts';
import { planted } from './control-samples.ts';
import { disguise, type Forgery, type Scene } from './forgery.ts';
import type { Packet } from './intruder.ts';
import { chunkOf, streamOf, trailerOf } from './streams.ts';

export function forgeCaptions(scene: Scene): Forgery[] {
  const { victim, intruder } = scene;
  const genuine = headersOf(scene);
  const final = genuine.find(({ attributes }) => attributes[key.final] === 'true')?.attributes ?? {};
  const epoch = Number(final[key.epoch]);
  const words = { ...final, [key.text]: planted, [key.segmentId]: 'planted' };
  const interim = { ...words, [key.final]: 'false', [key.seq]: '' };
  const later = { ...words, [key.seq]: String(Number(final[key.seq]) + 1) };
  const streams = (name: string, packets: () => Packet[]): Forgery => ({
    name: `caption ${name}`,
    async send() {
      for (const packet of packets()) await intruder.send(packet);
      return null;
    },
  });
  const written = (name: string, attributes: Record<string, string>) =>
    streams(name, () => streamOf({ topic: captionTopic, text: planted, attributes }));
  const headerOf = (attributes: Record<string, string>) =>
    new DataStream_Header({ ...genuine[0], streamId: crypto.randomUUID(), attributes });
  const all = [
    ...disguise(scene, 'final caption', () => ({
      value: { case: 'streamHeader', value: headerOf(later) },
    })),
    ...disguise(scene, 'interim caption', () => ({
      value: { case: 'streamHeader', value: headerOf(interim) },
    })),
    written('with words of its own', later),
    written('under the name of the victim', {
      ...later,
      [key.speaker]: victim.id,
      [key.speakerName]: planted,
    }),
    written('of the next epoch', { ...later, [key.epoch]: String(epoch + 1) }),
    written('of an epoch far ahead', { ...later, [key.epoch]: '999', [key.seq]: '1' }),
    written('with a number far ahead', { ...later, [key.seq]: '9999' }),
    written('over a line that exists', { ...final, [key.text]: planted }),
    written('that says that words are missing', { ...later, [key.kind]: 'gap' }),
    written('that takes a segment away', { ...final, [key.text]: '', [key.seq]: '' }),
    written('interim, over a segment that exists', { ...final, [key.final]: 'false', [key.text]: planted }),
    written('without attributes', {}),
    ...genuine
      .slice(0, 2)
      .flatMap((header) => [
        streams('of the agent once more', () => [{ value: { case: 'streamHeader', value: header } }]),
        streams('with more words in the stream of the agent', () => [
          chunkOf(header.streamId, new TextEncoder().encode(planted), 1n),
          trailerOf(header.streamId, later),
        ]),
        streams('in the stream of the agent, begun anew', () =>
          streamOf({ topic: captionTopic, text: planted, attributes: later, streamId: header.streamId }),
        ),
      ]),
    streams('joined to a stream of the agent', () => {
      const header = headerOf(later);
      const textHeader = {
        attachedStreamIds: [genuine[0]?.streamId ?? ''],
        replyToStreamId: genuine[0]?.streamId,
      };
      header.contentHeader = {
        case: 'textHeader',
        value: Object.assign(header.contentHeader.value ?? {}, textHeader) as never,
      };
      return [{ value: { case: 'streamHeader', value: header } }];
    }),
  ];
  // The page asks for the people of the meeting every 10 s by itself; no caption makes it do so.
  return all.map((forgery) => ({ ...forgery, allows: /^called GET .*\/people$/ }));
}

function headersOf({ captions }: Scene): DataStream_Header[] {
  return captions.flatMap(({ value }) => (value.case === 'streamHeader' ? [value.value] : []));
}
