interface Size {
  width: number;
  height: number;
}

/** The part of a picture that covers a frame of another shape, cut at both sides alike. */
export function cover(picture: Size, frame: Size): Size & { left: number; top: number } {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height);
  const width = frame.width * scale;
  const height = frame.height * scale;
  return { left: (picture.width - width) / 2, top: (picture.height - height) / 2, width, height };
}
