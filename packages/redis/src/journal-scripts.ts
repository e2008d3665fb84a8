// KEYS of all: 1 records (list), 2 lock (string: who has the journal, for as long as its lease). Both are in one slot of a
// cluster. A record is added by one command, so that there is no half of one.

/**
 * Takes the journal. ARGV: 1 owner, 2 lease in milliseconds.
 * Answers { 0, milliseconds that are left of another owner's lease }, or { 1, number of records, 1 where Redis may evict
 * keys, 1 where it keeps nothing on its disk }.
 */
export const OPEN = `local held = redis.call('GET', KEYS[2])
if held and held ~= ARGV[1] then return { 0, redis.call('PTTL', KEYS[2]) } end
local count = redis.call('LLEN', KEYS[1])
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
local info = redis.pcall('INFO')
if type(info) ~= 'string' then info = '' end
local evicts = tonumber(string.match(info, 'maxmemory:(%d+)') or '0') > 0 and not string.find(info, 'maxmemory_policy:noeviction', 1, true)
return { 1, count, evicts and 1 or 0, string.find(info, 'aof_enabled:0', 1, true) and 1 or 0 }`;

/** Gives records. ARGV: numbers of the first and the last one. */
export const READ = "return redis.call('LRANGE', KEYS[1], ARGV[1], ARGV[2])";

/**
 * Adds a record, once, however often it is asked for. ARGV: 1 owner, 2 lease in milliseconds, 3 number of records before
 * it, 4 milliseconds to keep the journal or '0' for ever, 5 record.
 * Answers 1; 0 where another run has the journal or wrote to it; -1 where records are gone. A lease that ran out is no
 * loss while nobody else came.
 */
export const PUT = `local held = redis.call('GET', KEYS[2])
local count, before = redis.call('LLEN', KEYS[1]), tonumber(ARGV[3])
if count < before then return -1 end
if held and held ~= ARGV[1] then return 0 end
if count == before then redis.call('RPUSH', KEYS[1], ARGV[5])
elseif count > before + 1 or redis.call('LINDEX', KEYS[1], -1) ~= ARGV[5] then return 0 end
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
if ARGV[4] ~= '0' then redis.call('PEXPIRE', KEYS[1], ARGV[4]) end
return 1`;

/** ARGV: 1 owner, 2 lease in milliseconds. */
export const RENEW =
  "if redis.call('GET', KEYS[2]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[2], ARGV[2]) end return 0";

/** ARGV: 1 owner. */
export const LEAVE =
  "if redis.call('GET', KEYS[2]) == ARGV[1] then return redis.call('DEL', KEYS[2]) end return 0";
