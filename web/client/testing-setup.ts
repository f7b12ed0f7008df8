/** Set-up of each client test file: a page that is waited for may take its time on a busy machine. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 4_000 });
