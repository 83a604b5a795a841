import {
	maskText,
	maskTexts,
	maskValues,
	withoutUserInfo,
} from '../../../nodes/shared/api/secrets';

describe('a message', () => {
	it('loses all secrets, wherever they are', () => {
		const secrets = ['demo-token', 'admin-token'];
		expect(maskText('xdemo-tokenx, demo-token and admin-token', secrets)).toBe(
			'x***x, *** and ***',
		);
	});

	it('keeps words that only hold a short secret', () => {
		expect(maskText('a token is a thing: ?token=a', ['a'])).toBe(
			'*** token is *** thing: ?token=***',
		);
		expect(maskText('data and mask', ['as'])).toBe('data and mask');
	});

	it('is searched for the secret literally', () => {
		expect(maskText('bad token (x+y)*[z]', ['(x+y)*[z]'])).toBe('bad token ***');
		expect(maskText('xxxxyyyyz', ['(x+y)*[z]'])).toBe('xxxxyyyyz');
	});

	it('loses the user and password of an address', () => {
		expect(maskText('Nothing answers (http://me:p@ss@wago:1337)', [])).toBe(
			'Nothing answers (http://wago:1337)',
		);
		expect(withoutUserInfo('socks5://me:pass@proxy:1080, http://wago/a@b')).toBe(
			'socks5://proxy:1080, http://wago/a@b',
		);
	});

	it('stays as it is without a secret', () => {
		expect(maskText('text', ['', 'absent-token'])).toBe('text');
	});
});

describe('data', () => {
	it('loses values that are a secret, however deep', () => {
		const data = { token: 'demo', list: [{ key: 'demo' }], count: 3, none: null, empty: '' };
		expect(maskValues(data, ['demo', ''])).toEqual({
			token: '***',
			list: [{ key: '***' }],
			count: 3,
			none: null,
			empty: '',
		});
	});

	it('that is only shown loses parts of values as well', () => {
		const data = { list: ['https://me:pass@n8n/hook?token=demo-token'], count: 3 };
		expect(maskTexts(data, ['demo-token'])).toEqual({
			list: ['https://n8n/hook?token=***'],
			count: 3,
		});
	});

	it('keeps an address that holds a word like the token', () => {
		const data = { webhook: 'https://demo.example.com/webhook/demo' };
		expect(maskValues(data, ['demo'])).toEqual(data);
	});
});
