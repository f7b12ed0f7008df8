import { describe, expect, it } from 'vitest';
import { DestinationError, readDestination, refuseAddresses, resolveDestination } from './destination.ts';

const https = new URL('https://hooks.example.test/parley');
const http = new URL('http://hooks.example.test/parley');
const reserved = 'This address is reserved for the machine or its cloud, and never gets webhooks.';

describe(readDestination, () => {
  it.each(['ftp://example.test', 'file:///etc/passwd', 'example.test', '', 'javascript:alert(1)'])(
    'refuses %j',
    (text) => {
      expect(readDestination(text)).toEqual({ problem: 'An address begins with https://.' });
    },
  );

  it('refuses a password in the address, and leaves out what no server gets', () => {
    expect(readDestination('https://ana:secret@example.test')).toHaveProperty('problem');
    expect(readDestination('https://example.test/a?b=c#d')).toEqual({
      url: new URL('https://example.test/a?b=c'),
    });
  });
});

describe(refuseAddresses, () => {
  it.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    'fe80::1',
    'fd00:ec2::254',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
  ])('never speaks to %s', (address) => {
    expect(refuseAddresses(https, [address])).toBe(reserved);
    expect(refuseAddresses(http, [address])).toBe(reserved);
  });

  it('refuses a name with one such address among good ones', () => {
    expect(refuseAddresses(https, ['203.0.113.7', '169.254.169.254'])).toBe(reserved);
  });

  it.each(['127.0.0.1', '::1', '10.1.2.3', '172.31.0.1', '192.168.1.5', '100.64.0.9', 'fd12::1'])(
    'speaks to %s of the own network, also without TLS',
    (address) => {
      expect(refuseAddresses(http, [address])).toBeNull();
      expect(refuseAddresses(https, [address])).toBeNull();
    },
  );

  it.each(['203.0.113.7', '2001:db8::1', '172.32.0.1', '100.128.0.1'])('wants TLS for %s', (address) => {
    expect(refuseAddresses(https, [address])).toBeNull();
    expect(refuseAddresses(http, [address])).toBe(
      'Outside your own network an address begins with https://.',
    );
    expect(refuseAddresses(http, ['127.0.0.1', address])).not.toBeNull();
  });
});

describe(resolveDestination, () => {
  const to =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address, family: 4 }));

  it('gives the addresses of a name', async () => {
    expect(await resolveDestination(https, to('203.0.113.7'))).toEqual([
      { address: '203.0.113.7', family: 4 },
    ]);
  });

  it('looks at the address behind a name, and at an address in any spelling', async () => {
    await expect(resolveDestination(https, to('169.254.169.254'))).rejects.toThrow(reserved);
    for (const host of [
      '169.254.169.254',
      '2852039166',
      '0xa9fea9fe',
      '0251.0376.0251.0376',
      '[::ffff:a9fe:a9fe]',
    ]) {
      await expect(resolveDestination(new URL(`http://${host}/latest`), to())).rejects.toThrow(reserved);
    }
  });

  it('says when nothing has the name', async () => {
    const none = () => Promise.reject(new Error('ENOTFOUND'));
    await expect(resolveDestination(https, none)).rejects.toBeInstanceOf(DestinationError);
    await expect(resolveDestination(https, none)).rejects.toThrow('No host was found by this name.');
  });
});
