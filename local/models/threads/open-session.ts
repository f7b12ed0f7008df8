import { InferenceSession } from 'onnxruntime-node';

/**
 * A model on one thread: a second one makes these small models slower (0.027 against 0.020 of real time for
 * Moonshine tiny), and several sessions work side by side. Errors are thrown, so only those would be printed.
 */
export function openSession(path: string): Promise<InferenceSession> {
  return InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 });
}
