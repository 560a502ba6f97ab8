package io.watchfloor.sandbox.defender;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert at rest: its JSON, compressed because it is mostly nulls, and what decides who
 * sees it.
 */
public final class StoredAlert {

	private final byte[] compressed;

	private final Set<String> deviceGroups;

	private final boolean withDevices;

	private final String serviceSource;

	private final boolean object;

	private final @Nullable Instant created;

	private final @Nullable Instant lastUpdate;

	private StoredAlert(JsonNode alert, Set<String> deviceGroups) {
		this.compressed = compress(Json.write(alert));
		this.deviceGroups = deviceGroups;
		this.withDevices = !alert.path("devices").isEmpty();
		this.serviceSource = alert.path("serviceSource").asString("").intern();
		this.object = alert.isObject();
		this.created = Times.of(alert.get("creationTime"));
		this.lastUpdate = Times.of(alert.get("lastUpdatedTime"));
	}

	static StoredAlert of(JsonNode alert) {
		Set<String> groups = new HashSet<>();
		alert.path("devices").forEach((device) -> groups.add(device.path("rbacGroupName").asString("")));
		return new StoredAlert(alert, Set.copyOf(groups));
	}

	/**
	 * The device groups of its devices; an empty name for a device without one.
	 */
	Set<String> deviceGroups() {
		return this.deviceGroups;
	}

	boolean withDevices() {
		return this.withDevices;
	}

	public String serviceSource() {
		return this.serviceSource;
	}

	/**
	 * Whether it is an alert at all, and not a null in the place of one.
	 */
	public boolean isObject() {
		return this.object;
	}

	public @Nullable Instant created() {
		return this.created;
	}

	public @Nullable Instant lastUpdate() {
		return this.lastUpdate;
	}

	public JsonNode json() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			writeTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Json.read(out.toString(StandardCharsets.UTF_8));
	}

	/**
	 * The same alert with fewer entities. The devices, which decide who sees it, stay.
	 */
	StoredAlert shortened(int entities) {
		return with((alert) -> {
			if (alert.get("entities") instanceof ArrayNode all) {
				while (all.size() > entities) {
					all.remove(all.size() - 1);
				}
			}
		});
	}

	StoredAlert with(Consumer<ObjectNode> change) {
		if (json() instanceof ObjectNode alert) {
			change.accept(alert);
			return of(alert);
		}
		return this;
	}

	void writeTo(OutputStream out) throws IOException {
		try (InputStream json = new InflaterInputStream(new ByteArrayInputStream(this.compressed))) {
			json.transferTo(out);
		}
	}

	private static byte[] compress(byte[] json) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 4);
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
			deflated.write(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			deflater.end();
		}
		return out.toByteArray();
	}

}
