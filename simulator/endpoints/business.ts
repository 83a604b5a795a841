import { randomUUID } from 'crypto';
import type { AddressBook } from '../addressBook';
import { serverError } from '../envelope';
import { GUESSED } from '../guesses';
import { parseRecipient } from '../jid';
import type { Session } from '../session';
import { bodiless, post, type SessionEndpoint } from './endpoint';

function updateText(name: string, field: keyof AddressBook['business']): SessionEndpoint {
	return post('listed', `/business/update/${name}`, GUESSED.businessText, ({ session, body }) => {
		session.book.business[field] = body.Text;
		return { Details: 'Business profile updated' };
	});
}

function showProduct(name: string, hidden: boolean): SessionEndpoint {
	return post('listed', `/business/catalog/${name}`, GUESSED.product, ({ session, body }) =>
		changeProduct(session, body.Id, { hidden }),
	);
}

/** Routes of an older public list. */
export const BUSINESS_ENDPOINTS: readonly SessionEndpoint[] = [
	post('listed', '/business/get/profile', GUESSED.businessProfile, ({ session, body }) => ({
		JID: parseRecipient(body.Phone),
		...session.book.business,
	})),
	bodiless('listed', 'GET', '/business/get/categories', () => ({
		Categories: [{ id: '1', name: 'Other' }],
	})),
	updateText('desc', 'description'),
	updateText('address', 'address'),
	updateText('email', 'email'),
	post('listed', '/business/catalog/list', {}, ({ session }) => ({
		Products: [...session.book.catalog.values()],
	})),
	post('listed', '/business/catalog/create', GUESSED.productCreate, ({ session, body }) => {
		const product = { Id: randomUUID(), hidden: false, ...body };
		session.book.catalog.set(product.Id, product);
		return product;
	}),
	post('listed', '/business/catalog/edit', GUESSED.productEdit, ({ session, body }) =>
		changeProduct(session, body.Id, body),
	),
	post('listed', '/business/catalog/info', GUESSED.product, ({ session, body }) =>
		changeProduct(session, body.Id, {}),
	),
	post('listed', '/business/catalog/delete', GUESSED.product, ({ session, body }) => {
		changeProduct(session, body.Id, {});
		session.book.catalog.delete(body.Id);
		return { Details: 'Product deleted' };
	}),
	showProduct('show', false),
	showProduct('hide', true),
];

/** The product with the change in it; @throws where there is none. */
function changeProduct({ book }: Session, id: string, change: object): object {
	const product = book.catalog.get(id);
	if (!product) throw serverError('product not found');
	const changed = { ...product, ...change };
	book.catalog.set(id, changed);
	return changed;
}
