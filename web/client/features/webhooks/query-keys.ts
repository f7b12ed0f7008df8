export const endpointsKey = ['webhooks', 'endpoints'];
export const deliveriesKey = (endpointId: string) => ['webhooks', 'deliveries', endpointId];
