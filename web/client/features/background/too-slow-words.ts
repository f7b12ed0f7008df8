export const tooSlowWords = 'This computer is too slow to hide your background: your picture stutters.';
export const showWords = 'Show it as it is';
