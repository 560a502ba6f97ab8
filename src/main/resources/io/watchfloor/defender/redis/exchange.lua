-- Adds lines to the log and returns those that a node has not seen, in one step.
-- KEYS: the log (a stream), the nodes (a sorted set by when they were last heard of), what identifies the log
-- ARGV: the node, the log that it knows, up to where, the log to begin if there is none, the proposal,
--       when it was decided on (ms), for how long lines and nodes are kept (ms), and of each line its age (ms) and text
local log, nodes, name = KEYS[1], KEYS[2], KEYS[3]
local node, known, position, begin, proposal = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local decided, lines_kept, nodes_kept = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])

-- Redis' clock, which may have gone back where another server took over
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local last = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1]
if last then
	now = math.max(now, tonumber(string.match(last[1], '^%d+')))
end

local current = redis.call('GET', name)
local begins = not current
if begins then
	if begin == '' then
		return {now, '', '', 0, {}, {}}
	end
	current = begin .. '-' .. string.format('%.0f', now)
	redis.call('SET', name, current)
end

local from = '-'
if current == known and position ~= '' then
	from = '(' .. position
end
local seen_all = current == known and #redis.call('XRANGE', log, from, '+', 'COUNT', 1) == 0

for i = 9, #ARGV, 2 do
	redis.call('XADD', log, '*', 'at', string.format('%.0f', now - tonumber(ARGV[i])), 'line', ARGV[i + 1])
end
local accepted = 0
if proposal ~= '' and seen_all and decided <= now then
	redis.call('XADD', log, '*', 'at', string.format('%.0f', now), 'line', proposal)
	accepted = 1
end

-- Who does not know the log yet may have made calls that it lacks
if begins or current == known then
	redis.call('ZADD', nodes, now, node)
end
redis.call('ZREMRANGEBYSCORE', nodes, '-inf', now - nodes_kept)
local missed = redis.call('XRANGE', log, from, '+')
redis.call('XTRIM', log, 'MINID', string.format('%.0f', now - lines_kept))
for i = 1, #KEYS do
	redis.call('PEXPIRE', KEYS[i], 2 * lines_kept)
end
if #missed > 0 then
	position = missed[#missed][1]
end
return {now, current, position, accepted, redis.call('ZRANGE', nodes, 0, -1, 'WITHSCORES'), missed}
