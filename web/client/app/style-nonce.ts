/** Imported first: whoever writes a style element later (a dialog locks scrolling by one) signs it with the page's nonce. */
import { setNonce } from 'get-nonce';

const { nonce } = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]') ?? {};
if (nonce) setNonce(nonce);
