package io.watchfloor.sandbox.defender;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alert at rest: its JSON, compressed because it is mostly nulls, and what decides who
 * sees it.
 */
final class StoredAlert {

	private final byte[] compressed;

	private final Set<String> deviceGroups;

	private final boolean withDevices;

	private final String serviceSource;

	private StoredAlert(byte[] compressed, Set<String> deviceGroups, boolean withDevices, String serviceSource) {
		this.compressed = compressed;
		this.deviceGroups = deviceGroups;
		this.withDevices = withDevices;
		this.serviceSource = serviceSource;
	}

	static StoredAlert of(JsonNode alert) {
		Set<String> groups = new HashSet<>();
		alert.path("devices").forEach((device) -> groups.add(device.path("rbacGroupName").asString("")));
		return new StoredAlert(compress(Json.write(alert)), Set.copyOf(groups), !alert.path("devices").isEmpty(),
				alert.path("serviceSource").asString("").intern());
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

	String serviceSource() {
		return this.serviceSource;
	}

	JsonNode json() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			writeTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Json.read(out.toString(StandardCharsets.UTF_8));
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
