/** Class names of a link in running text. */
export const textLink = 'font-medium text-accent underline-offset-4 hover:underline';
