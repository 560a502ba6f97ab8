package io.watchfloor.web;

import java.time.Clock;

import io.watchfloor.queue.IncidentIndex;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.QueueSnapshot;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.signin.Analyst;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The queue: an address is a view, and the page shows what the address says.
 */
@Controller
class IncidentsController {

	private final AnalystQueues queues;

	private final Clock clock;

	IncidentsController(AnalystQueues queues, Clock clock) {
		this.queues = queues;
		this.clock = clock;
	}

	@GetMapping(StandardView.PATH)
	String incidents(@RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request, Model model) {
		IncidentQuery query = IncidentQueryParameters.parse(parameters);
		Viewpoint viewpoint = new Viewpoint(analyst.username(), this.clock.instant(), Viewpoint.PATIENCE);
		QueueSnapshot snapshot = this.queues.read(request, query.range().start(viewpoint.now()));
		IncidentIndex index = snapshot.index();
		model.addAttribute("queue",
				QueuePage.of(request.getContextPath() + StandardView.PATH, index.select(query, viewpoint),
						index.facets(query, viewpoint), viewpoint, Freshness.of(snapshot.state())));
		return "incidents";
	}

}
