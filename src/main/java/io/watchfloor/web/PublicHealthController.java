package io.watchfloor.web;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Answers health checks at the address where load balancers expect them, also when
 * monitoring has a port of its own, to which Spring Boot moves its endpoint. The answer
 * says whether people can be served, and no more.
 */
@Controller
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class PublicHealthController {

	private static final String READINESS = "readiness";

	private final HealthEndpoint health;

	PublicHealthController(HealthEndpoint health) {
		this.health = health;
	}

	@GetMapping("/actuator/health")
	ResponseEntity<State> health() {
		return health(READINESS);
	}

	@GetMapping("/actuator/health/{group:liveness|readiness}")
	ResponseEntity<State> health(@PathVariable String group) {
		HealthDescriptor descriptor = this.health.healthForPath(group);
		Status status = (descriptor != null) ? descriptor.getStatus() : Status.UNKNOWN;
		return ResponseEntity.status(Status.UP.equals(status) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
			.body(new State(status.getCode()));
	}

	/**
	 * The body of an answer.
	 *
	 * @param status such as {@code UP}
	 */
	record State(String status) {
	}

}
