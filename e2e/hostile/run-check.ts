/** The whole check on a running Parley: what is genuine is believed, what is forged is not, and the other way nothing is lost. */
import type { Instance } from '../../local/instance.ts';
import { controlSamples, findUnsampled } from './control-samples.ts';
import { forgeCalls } from './forge-calls.ts';
import { forgeCaptions } from './forge-captions.ts';
import { forgeData } from './forge-data.ts';
import { forgeDocuments } from './forge-documents.ts';
import { forgeServerCalls } from './forge-server-calls.ts';
import { forgeStanding } from './forge-standing.ts';
import type { Forgery, Scene } from './forgery.ts';
import { type Shown, showAnswer, showProposal, showServerAndVictim } from './show-genuine.ts';
import { openStage } from './stage.ts';
import { tryForgery } from './try-forgery.ts';
import { createWitness } from './witness.ts';

export interface HostileReport {
  /** Why the check itself proves nothing, a sentence each. */
  problems: string[];
  /** Genuine messages that were believed. */
  believed: number;
  sent: number;
  /** Forgeries that livekit-server handed to the victim's browser. */
  arrived: number;
  /** Forgeries that somebody believed, with how it shows. */
  accepted: string[];
}

interface HostileOptions {
  instance: Instance;
  /** For files of this run. */
  folder: string;
  /** Which forgeries to try; all without it. */
  chooses?: (forgery: Forgery) => boolean;
}

export async function runHostileCheck({
  instance,
  folder,
  chooses = () => true,
}: HostileOptions): Promise<HostileReport> {
  await using stage = await openStage(instance, folder);
  const { intruder } = stage;
  const witness = await createWitness({ ...stage, intruderId: intruder.joined.participantId });
  const report: HostileReport = { problems: [], believed: 0, sent: 0, arrived: 0, accepted: [] };
  const add = ({ problems, believed }: Shown) => {
    report.problems.push(...problems);
    report.believed += believed;
  };

  const unsampled = findUnsampled(controlSamples(stage.victim().participantId));
  report.problems.push(...unsampled.map((kind) => `nobody forges control messages of kind ${kind}`));
  add(await showServerAndVictim(stage, witness));
  await stage.reenter();
  const answer = await showAnswer(stage, witness);
  const { scene, ...proposal } = await showProposal(stage, answer.captions);
  add(answer);
  add(proposal);
  if (!scene) return report;
  report.problems.push(...(await witness.rest()).map((each) => `changes by itself: ${each}`));

  for (const forgery of forgeEverything(scene).filter(chooses)) {
    const { accepted, failure, arrived } = await tryForgery(forgery, intruder, witness);
    report.sent += 1;
    if (failure !== null) report.problems.push(`${forgery.name} could not be tried: ${failure}`);
    if (arrived) report.arrived += 1;
    if (accepted.length > 0) report.accepted.push(`${forgery.name}: ${accepted.slice(0, 3).join('; ')}`);
  }
  report.accepted.push(...(await witness.rest()).map((each) => `something, later: ${each}`));

  add(await showAnswer(stage, witness));
  add(await showServerAndVictim(stage, witness));
  return report;
}

function forgeEverything(scene: Scene): Forgery[] {
  return [
    ...forgeData(scene),
    ...forgeCaptions(scene),
    ...forgeCalls(scene),
    ...forgeDocuments(scene),
    ...forgeServerCalls(scene),
    ...forgeStanding(scene),
  ];
}
