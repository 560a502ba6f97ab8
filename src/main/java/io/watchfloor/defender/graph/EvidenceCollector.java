package io.watchfloor.defender.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Collects the devices and the other evidence of an alert, with the evidence within
 * evidence: malware has files, a session has an account and a host.
 */
final class EvidenceCollector {

	/**
	 * How deep evidence within evidence is read: more than Graph's schema nests.
	 */
	private static final int MAX_DEPTH = 4;

	private final List<Device> devices = new ArrayList<>();

	private final List<Evidence> others = new ArrayList<>();

	/**
	 * Add a piece of evidence.
	 */
	void add(Fields evidence) {
		add(evidence, EvidenceKind.of(evidence), 1);
	}

	private void add(Fields evidence, @Nullable String kind, int depth) {
		if (EvidenceKind.DEVICE.equals(kind)) {
			this.devices.add(DeviceMapping.device(evidence));
		}
		else {
			this.others.addAll(EvidenceMapping.evidence(evidence, kind));
		}
		if (depth < MAX_DEPTH) {
			for (Map.Entry<String, JsonNode> field : evidence.object().properties()) {
				addWithin(field.getKey(), evidence.each(field.getValue()), depth + 1);
			}
		}
	}

	private void addWithin(String field, List<Fields> objects, int depth) {
		for (Fields object : objects) {
			String kind = EvidenceKind.within(field, object);
			if (kind != null) {
				add(object, kind, depth);
			}
		}
	}

	List<Device> devices() {
		return this.devices;
	}

	/**
	 * Return what is no device.
	 */
	List<Evidence> others() {
		return this.others;
	}

}
