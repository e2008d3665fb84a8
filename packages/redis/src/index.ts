export type { IoredisLike, NodeRedisLike, RedisClient, UpstashLike } from "./commands.ts";
export { type RedisJournalOptions, redisJournal } from "./redis-journal.ts";
export { type RedisQuotaOptions, redisQuota } from "./redis-quota.ts";
export { type RedisReplaysOptions, redisReplays } from "./replays.ts";
export { type RedisTokenStoreOptions, redisTokenStore } from "./token-store.ts";
