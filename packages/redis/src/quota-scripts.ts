// All keys of one call share a hash tag, so that one script reaches them in a cluster: windows of the account and of the
// address. Everything goes by the server's clock; TIME in a script needs Redis 5 or newer.
//
// KEYS: 1 gate (string: closed until), 2 waiting (zset by arrival), 3 back (zset by the time of the next question), 4… one
// for each window. Windows of up to 1,000 are kept request by request (zset: exact), larger ones in 100 parts (hash: a part
// counts until all of it has left). A score in the zset is the moment from which a request counts: while it is on its way
// that is its lease's end, so that it takes a place however late it comes. What has left stays for one more length of the
// window, so that what an answer counts can be compared with what had been sent by then.

const BEGIN = `
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local int = function(x) return string.format('%.0f', x) end
`;

/**
 * ARGV: 1 id, 2 longest wait, 3 lease, then limit and length of each window; all times in milliseconds.
 * Answers { 1, time of the take, places that are left in each window, … }, { 0, milliseconds after which to ask again, windows that are used up by their numbers from
 * 1, … }, or { -1, milliseconds, … }, when it would be longer than allowed and nothing is kept.
 */
export const TAKE: string = `${BEGIN}
local id, most, lease = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', int(now - 250), 'LIMIT', 0, 100)) do
  redis.call('ZREM', KEYS[2], gone); redis.call('ZREM', KEYS[3], gone)
end
local rank = redis.call('ZRANK', KEYS[2], id) or redis.call('ZCARD', KEYS[2])
local wait = math.max(0, tonumber(redis.call('GET', KEYS[1]) or '0') - now)
local said, left = { 0, 0 }, { 1, now }
for i = 4, #KEYS do
  local limit, w = tonumber(ARGV[2 * i - 4]), tonumber(ARGV[2 * i - 3])
  if limit <= 1000 then
    redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', int(now - 2 * w))
    local from = '(' .. int(now - w)
    local over = redis.call('ZCOUNT', KEYS[i], from, '+inf') + rank - limit
    left[#left + 1] = math.max(0, rank - over - 1)
    if over >= 0 then
      said[#said + 1] = i - 3
      local e = redis.call('ZRANGEBYSCORE', KEYS[i], from, '+inf', 'WITHSCORES', 'LIMIT', over, 1)
      wait = math.max(wait, math.min(tonumber(e[2] or int(now)), now) + w - now + 1)
    end
  else
    local g, flat, parts, sum = w / 100, redis.call('HGETALL', KEYS[i]), {}, rank
    for k = 1, #flat, 2 do
      local p = tonumber(flat[k])
      if (p + 1) * g + w <= now then redis.call('HDEL', KEYS[i], flat[k])
      else parts[#parts + 1] = { p, tonumber(flat[k + 1]) }; sum = sum + tonumber(flat[k + 1]) end
    end
    left[#left + 1] = math.max(0, limit + rank - sum - 1)
    if sum >= limit then
      said[#said + 1] = i - 3
      table.sort(parts, function(a, b) return a[1] < b[1] end)
      for _, p in ipairs(parts) do
        sum = sum - p[2]
        if sum < limit then wait = math.max(wait, math.ceil((p[1] + 1) * g + w - now)); break end
      end
      if sum >= limit then wait = math.max(wait, w) end
    end
  end
end
if wait > 0 then
  if wait > most then
    redis.call('ZREM', KEYS[2], id); redis.call('ZREM', KEYS[3], id)
    said[1], said[2] = -1, wait
    return said
  end
  said[2] = wait
  redis.call('ZADD', KEYS[2], 'NX', int(t[1] * 1000000 + t[2]), id)
  redis.call('ZADD', KEYS[3], int(now + wait), id)
  for k = 2, 3 do if redis.call('PTTL', KEYS[k]) < wait + 1000 then redis.call('PEXPIRE', KEYS[k], int(wait + 1000)) end end
  return said
end
redis.call('ZREM', KEYS[2], id); redis.call('ZREM', KEYS[3], id)
for i = 4, #KEYS do
  local limit, w = tonumber(ARGV[2 * i - 4]), tonumber(ARGV[2 * i - 3])
  if limit <= 1000 then
    redis.call('ZADD', KEYS[i], int(now + lease), id)
    redis.call('PEXPIRE', KEYS[i], int(2 * w + lease))
  else
    redis.call('HINCRBY', KEYS[i], int(math.floor(now / (w / 100))), 1)
    redis.call('PEXPIRE', KEYS[i], int(w * 1.02 + lease))
  end
end
return left`;

/**
 * After answers, from which requests count, or when they were given up. ARGV: 1 how many requests, then id, outcome and time
 * of the take of each ('0': unknown, or it was still waiting), then limit and length of each window. Outcomes: '1' counted;
 * '0' not sent; '2' sent by the leave of its own process, so that it counts also where no place was taken for it here.
 */
export const SETTLE: string = `${BEGIN}
now = t[1] * 1000 + math.ceil(t[2] / 1000)
local many = tonumber(ARGV[1])
local of = function(i) return tonumber(ARGV[2 * i - 6 + 3 * many]), tonumber(ARGV[2 * i - 5 + 3 * many]) end
for k = 1, many do
  local id, outcome, taken = ARGV[3 * k - 1], ARGV[3 * k], tonumber(ARGV[3 * k + 1])
  redis.call('ZREM', KEYS[2], id); redis.call('ZREM', KEYS[3], id)
  local known = false
  for i = 4, #KEYS do
    if of(i) <= 1000 and redis.call('ZSCORE', KEYS[i], id) then known = true end
  end
  for i = 4, #KEYS do
    local limit, w = of(i)
    if limit <= 1000 then
      if outcome == '0' then redis.call('ZREM', KEYS[i], id)
      elseif outcome == '1' then redis.call('ZADD', KEYS[i], 'XX', int(now), id)
      else
        redis.call('ZADD', KEYS[i], int(now), id)
        redis.call('PEXPIRE', KEYS[i], int(math.max(2 * w, redis.call('PTTL', KEYS[i]))))
      end
    else
      local to = int(math.floor(now / (w / 100)))
      if taken > 0 then
        local from = int(math.floor(taken / (w / 100)))
        if not (outcome == '1' and from == to) and redis.call('HEXISTS', KEYS[i], from) == 1 then
          redis.call('HINCRBY', KEYS[i], from, -1)
          if outcome == '1' then redis.call('HINCRBY', KEYS[i], to, 1) end
        end
      elseif outcome == '2' and not known then
        redis.call('HINCRBY', KEYS[i], to, 1)
        redis.call('PEXPIRE', KEYS[i], int(math.max(w * 1.02, redis.call('PTTL', KEYS[i]))))
      end
    end
  end
end
return 1`;

/** A refusal that names its end closes the gate for all; never shorter than before. ARGV: 1 milliseconds. */
export const CLOSE: string = `${BEGIN}
local till = now + ARGV[1]
if till > tonumber(redis.call('GET', KEYS[1]) or '0') then redis.call('SET', KEYS[1], int(till), 'PX', ARGV[1]) end
return 1`;

/**
 * The vendor counts more than was sent from here: others send too. KEYS: 1 window.
 * ARGV: 1 id, 2 used, as the answer says, 3 time of the request's take, 4 milliseconds until the window is over, 5 limit,
 * 6 length. What had been sent by then is told by the time of the take, so that nothing is counted twice.
 */
export const FILL: string = `${BEGIN}
local id, used, taken, left = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local limit, w = tonumber(ARGV[5]), tonumber(ARGV[6])
local from = math.min(now, now + left - w)
if limit <= 1000 then
  local missing = math.min(used, limit) - redis.call('ZCOUNT', KEYS[1], '(' .. int(taken - w), '+inf')
  for k = 1, missing do redis.call('ZADD', KEYS[1], int(from), id .. ':' .. k) end
  if missing > 0 then redis.call('PEXPIRE', KEYS[1], int(math.max(2 * w, redis.call('PTTL', KEYS[1])))) end
else
  local g, flat, sum = w / 100, redis.call('HGETALL', KEYS[1]), math.ceil(limit / 100)
  for k = 1, #flat, 2 do sum = sum + tonumber(flat[k + 1]) end
  local missing = math.min(used, limit) - sum
  if missing > 0 then
    redis.call('HINCRBY', KEYS[1], int(math.floor(from / g)), int(missing))
    redis.call('PEXPIRE', KEYS[1], int(w * 1.02))
  end
end
return 1`;

/** What is used of each window, and when all of it is free: { used, milliseconds or -1, … }. KEYS: windows; ARGV: limit and length of each. */
export const STATE: string = `${BEGIN}
local found = {}
for i = 1, #KEYS do
  local limit, w = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  local used, free = 0, 0
  if limit <= 1000 then
    used = redis.call('ZCOUNT', KEYS[i], '(' .. int(now - w), '+inf')
    local last = redis.call('ZREVRANGE', KEYS[i], 0, 0, 'WITHSCORES')[2]
    if used > 0 and last then free = tonumber(last) > now and -1 or tonumber(last) + w - now end
  else
    local g, flat = w / 100, redis.call('HGETALL', KEYS[i])
    for k = 1, #flat, 2 do
      local till, count = (tonumber(flat[k]) + 1) * g + w - now, tonumber(flat[k + 1])
      if till > 0 and count > 0 then used = used + count; free = math.max(free, till) end
    end
  end
  found[2 * i - 1], found[2 * i] = used, math.ceil(free)
end
return found`;
