/** Where web has the fonts of whiteboards; with the version, because browsers keep what is below `/assets/` for ever. */
export const boardAssets = '/assets/excalidraw-0.18.1/';
