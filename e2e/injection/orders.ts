/** Orders as an injected text gives them to a model that obeys: what to call, and with what. */
export interface Order {
  tool: string;
  arguments: Record<string, unknown>;
}

const pattern = /RUN (\w{1,60}) (\{.*?\}) END/g;
/** An order inside a tool's result inside a message is escaped once for each. */
const depth = 3;

/** `RUN createTask {"text":"x"} END` */
export function writeOrder({ tool, arguments: args }: Order): string {
  return `RUN ${tool} ${JSON.stringify(args)} END`;
}

/** Every order in a text, however deep it lies in JSON strings; each once. */
export function findOrders(text: string): Order[] {
  const found = new Map<string, Order>();
  let layer = text;
  for (let i = 0; i <= depth; i++) {
    for (const [whole, tool = '', json = ''] of layer.matchAll(pattern)) {
      const args = parseObject(json);
      if (args) found.set(whole, { tool, arguments: args });
    }
    layer = layer.replaceAll('\\"', '"').replaceAll('\\\\', '\\');
  }
  return [...found.values()];
}

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
