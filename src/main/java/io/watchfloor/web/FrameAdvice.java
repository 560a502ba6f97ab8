package io.watchfloor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page its frame.
 */
@ControllerAdvice
class FrameAdvice {

	private final FramePrinter printer;

	FrameAdvice(FramePrinter printer) {
		this.printer = printer;
	}

	@ModelAttribute("frame")
	Frame frame(HttpServletRequest request, HttpServletResponse response) {
		return this.printer.print(request, response);
	}

}
