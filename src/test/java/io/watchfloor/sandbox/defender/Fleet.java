package io.watchfloor.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tenant's devices and people. The same number always gives the same one, whichever
 * incident asks.
 */
final class Fleet {

	static final int DEVICES = 640;

	static final int PEOPLE = 480;

	private static final Instant FIRST_ROLLOUT = Instant.parse("2024-02-06T14:16:01.9330135Z");

	private static final JsonNode NAMES = Json.resource("/sandbox/people.json");

	private static final List<Kind> KINDS = List.of(new Kind("ws", "Workstations", 11, "Windows11", "24H2", 26100),
			new Kind("ws", "Workstations", 11, "Windows11", "23H2", 22631),
			new Kind("ws", "Workstations", 11, "Windows10", "22H2", 19045),
			new Kind("lt", "Remote", 12, "Windows11", "24H2", 26100),
			new Kind("mac", "Remote", 12, "macOS", "15.6", 24),
			new Kind("srv", "Servers", 13, "WindowsServer2022", "21H2", 20348),
			new Kind("lnx", "Servers", 13, "Linux", "22.4", 6),
			new Kind("exec", "Executives", 14, "Windows11", "24H2", 26100));

	private final Map<Integer, ObjectNode> devices = new ConcurrentHashMap<>();

	private final Map<Integer, Person> people = new ConcurrentHashMap<>();

	private final long seed;

	Fleet(long seed) {
		this.seed = seed;
	}

	/**
	 * A device with all its facts.
	 * @param number which one, 0 to below {@link #DEVICES}
	 */
	ObjectNode device(int number) {
		return this.devices.computeIfAbsent(number, this::newDevice).deepCopy();
	}

	private ObjectNode newDevice(int number) {
		Draw draw = new Draw(this.seed, 1_000_000_000L + number);
		Kind kind = KINDS.get(number % KINDS.size());
		ObjectNode device = Json.object()
			.put("mdatpDeviceId", draw.hex(40))
			.put("aadDeviceId", draw.chance(85) ? draw.uuid() : null)
			.put("deviceDnsName", String.format(Locale.ROOT, "%s-%04d.corp.contoso.com", kind.prefix(), number))
			.put("osPlatform", kind.platform())
			.put("version", kind.version())
			.put("osProcessor", draw.chance(92) ? "x64" : "arm64")
			.put("osBuild", kind.build())
			.put("healthStatus",
					draw.one(List.of("Active", "Active", "Active", "Active", "Inactive", "ImpairedCommunication")))
			.put("riskScore", draw.one(List.of("None", "Informational", "Low", "Low", "Medium", "Medium", "High")))
			.put("rbacGroupName", kind.group())
			.put("rbacGroupId", kind.groupId())
			.put("firstSeen", Times.format(FIRST_ROLLOUT.plus(draw.upTo(Duration.ofDays(700)))))
			.put("defenderAvStatus", draw.one(List.of("Updated", "Updated", "Updated", "NotUpdated", "Unknown")))
			.put("onboardingStatus", "Onboarded");
		addLabels(device, kind, draw);
		addUsers(device, number, draw);
		return device;
	}

	/**
	 * A person: account, domain, SID, Entra id, sign-in name and display name.
	 * @param number which one, 0 to below {@link #PEOPLE}
	 */
	Person person(int number) {
		return this.people.computeIfAbsent(number, this::newPerson);
	}

	private Person newPerson(int number) {
		Draw draw = new Draw(this.seed, 2_000_000_000L + number);
		JsonNode given = NAMES.path("given");
		JsonNode family = NAMES.path("family");
		String first = given.get(number % given.size()).asString();
		String last = family.get((number / given.size() + number % given.size()) % family.size()).asString();
		String account = (first + '.' + last).toLowerCase(Locale.ROOT);
		return new Person(first + ' ' + last, account, "S-1-5-21-1721254763-462695806-1538882281-" + (4000 + number),
				draw.uuid());
	}

	/**
	 * The person of an account; one who is not drawn by number is made for it.
	 */
	Person person(String account) {
		for (int number = 0; number < PEOPLE; number++) {
			Person person = person(number);
			if (person.account().equals(account)) {
				return person;
			}
		}
		Draw draw = new Draw(this.seed, account.hashCode());
		return new Person(account, account, "S-1-5-21-1721254763-462695806-1538882281-" + draw.between(9000, 9999),
				draw.uuid());
	}

	private static void addLabels(ObjectNode device, Kind kind, Draw draw) {
		var tags = device.putArray("tags");
		if (kind.group().equals("Servers")) {
			tags.add(draw.one(List.of("Tier0", "Tier1", "SQL", "Web")));
			device.putObject("vmMetadata")
				.put("vmId", draw.uuid())
				.put("cloudProvider", "Azure")
				.put("resourceId",
						"/subscriptions/" + draw.uuid() + "/resourceGroups/prod/providers/"
								+ "Microsoft.Compute/virtualMachines/"
								+ device.path("deviceDnsName").asString().split("\\.")[0])
				.put("subscriptionId", draw.uuid());
		}
		else {
			device.putNull("vmMetadata");
		}
	}

	private void addUsers(ObjectNode device, int number, Draw draw) {
		var users = device.putArray("loggedOnUsers");
		users.addObject().put("accountName", person(number % PEOPLE).account()).put("domainName", "contoso");
		if (draw.chance(15)) {
			users.addObject().put("accountName", "svc-deploy").put("domainName", "contoso");
		}
	}

	/**
	 * A person of the tenant.
	 *
	 * @param name the display name
	 * @param account the account, which is also the part of the address before the at
	 * sign
	 * @param sid the security identifier
	 * @param entraId the object id
	 */
	record Person(String name, String account, String sid, String entraId) {

		String address() {
			return this.account + "@contoso.com";
		}

	}

	private record Kind(String prefix, String group, int groupId, String platform, String version, int build) {
	}

}
