/** The configuration of the embedded livekit-server. */
export interface LiveKitSettings {
  port: number;
  udpPort: number;
  apiKey: string;
  apiSecret: string;
  webhookUrl: string;
}

/** JSON, which is YAML too. livekit-server refuses to start on a key that it does not know. */
export function writeLiveKitConfig(settings: LiveKitSettings): string {
  const config = {
    port: settings.port,
    bind_addresses: ['127.0.0.1'],
    keys: { [settings.apiKey]: settings.apiSecret },
    rtc: {
      // ICE over TCP would listen on all interfaces, whatever bind_addresses says.
      tcp_port: 0,
      udp_port: settings.udpPort,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.0/8'] },
      // Without one, clients are given public STUN servers. Nobody answers here, and nobody needs to.
      stun_servers: ['127.0.0.1:3478'],
    },
    room: {
      // An old token must not reopen an ended meeting: web creates rooms.
      auto_create: false,
      // A meeting may wait 5 min for its first person; the last to leave may come back within 20 s.
      empty_timeout: 300,
      departure_timeout: 20,
    },
    // Above any load: whether a worker takes a job is the worker's own decision, by its count of jobs.
    agents: { target_load: 10 },
    webhook: { api_key: settings.apiKey, urls: [settings.webhookUrl] },
    logging: { level: 'info', json: true },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
