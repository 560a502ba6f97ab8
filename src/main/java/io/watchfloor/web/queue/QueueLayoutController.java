package io.watchfloor.web.queue;

import java.util.List;

import io.watchfloor.web.address.StandardView;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keeps how an analyst wants the queue's table in a cookie.
 */
@Controller
class QueueLayoutController {

	static final String PATH = StandardView.PATH + "/layout";

	@PostMapping(PATH)
	ResponseEntity<Void> remember(@RequestParam(defaultValue = "") List<String> column,
			@RequestParam(defaultValue = "") String density, @RequestParam(defaultValue = "/") String back,
			HttpServletRequest request) {
		QueueLayout layout = QueueLayout.of(column, density);
		return QueueLayout.COOKIE.keep(layout.equals(QueueLayout.DEFAULT) ? null : layout.value(), back, request);
	}

}
