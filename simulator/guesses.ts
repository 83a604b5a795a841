import { ListOf, optional, required, type Fields } from './fields';

/**
 * The fields of endpoints whose fields no public source shows: the likeliest names, from WaGo's relatives and from
 * the structures of WhatsApp's library. They are as strict as documented ones, so that a client and the simulator
 * have to agree; whoever learns the truth corrects them here.
 */

const CHAT = { chat: required('string') } satisfies Fields;

const BUTTONS = required(
	new ListOf({ ButtonId: required('string'), ButtonText: required('string') }),
);

const PREVIEW = {
	Text: required('string'),
	Url: required('string'),
	Title: optional('string'),
	Description: optional('string'),
	ImgUrl: optional('string'),
} satisfies Fields;

export const GUESSED = {
	mediaUrl: {
		Url: required('string'),
		Type: required('string'),
		Caption: optional('string'),
		FileName: optional('string'),
	},
	groupInvite: {
		GroupJID: required('string'),
		InviteCode: required('string'),
		GroupName: optional('string'),
		Caption: optional('string'),
	},
	preview: PREVIEW,
	preview2: PREVIEW,
	buttons: { Title: required('string'), Footer: optional('string'), Buttons: BUTTONS },
	mediaButton: {
		Title: required('string'),
		Footer: optional('string'),
		Buttons: BUTTONS,
		MediaUrl: required('string'),
		MediaType: required('string'),
	},
	/** The two fields of a carousel's buttons that the docs leave out. */
	carouselButton: { copy_code: optional('string'), phone: optional('string') },
	locationButton: { Body: required('string') },
	pixButton: {
		Body: optional('string'),
		PixKey: required('string'),
		PixKeyType: required('string'),
		MerchantName: required('string'),
	},
	reviewAndPay: {
		Body: optional('string'),
		ReferenceId: required('string'),
		Currency: required('string'),
		Total: required('number'),
		Items: required(
			new ListOf({
				Name: required('string'),
				Quantity: required('integer'),
				Amount: required('number'),
			}),
		),
	},
	groupCreate: { GroupName: required('string'), Participants: required('string[]') },
	groupJoin: { Code: required('string') },
	groupLeave: { GroupJID: required('string') },
	block: { Phone: required('string') },
	profileName: { Name: required('string') },
	profilePhoto: { Image: required('string') },
	presence: { State: required('string') },
	chat: CHAT,
	channelCreate: { name: required('string'), description: optional('string') },
	channel: { jid: required('string') },
	channelLink: { key: required('string') },
	channelMessages: {
		jid: required('string'),
		count: optional('integer'),
		before_id: optional('integer'),
	},
	communityCreate: { communityName: required('string') },
	communityGroups: { communityJid: required('string'), groupJid: required('string[]') },
	callMake: { Phone: required('string') },
	businessProfile: { Phone: required('string') },
	businessText: { Text: required('string') },
	product: { Id: required('string') },
	productCreate: {
		Name: required('string'),
		Price: required('number'),
		Currency: required('string'),
		Description: optional('string'),
	},
	productEdit: {
		Id: required('string'),
		Name: optional('string'),
		Price: optional('number'),
		Currency: optional('string'),
		Description: optional('string'),
	},
} satisfies Record<string, Fields>;
