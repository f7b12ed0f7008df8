/**
 * Where web has the program and the model that find a person in a picture; with the version of @twilio/video-processors,
 * because browsers keep what is below `/assets/` for ever.
 */
export const backdropAssets = '/assets/video-processors-3.2.0/';
