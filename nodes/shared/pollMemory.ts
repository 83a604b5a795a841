import { PollMemory } from './whatsapp/polls';

/**
 * The polls of this process: those that the action node sent and those that the trigger received, so that votes
 * can be named. Lost with the process; a vote then carries hashes only.
 */
export const pollMemory = new PollMemory();
