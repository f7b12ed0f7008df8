interface Size {
  width: number;
  height: number;
}

/** The size in the same proportions that is inside `most`; never larger than it is. */
export function fitInto({ width, height }: Size, most: Size): Size {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: width * scale, height: height * scale };
}
