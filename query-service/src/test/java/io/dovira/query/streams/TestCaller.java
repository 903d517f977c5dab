package io.dovira.query.streams;

import io.dovira.access.Caller;
import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** An integrator of the offices in the header {@value #OFFICES}, or of all if there is none. */
final class TestCaller implements HandlerMethodArgumentResolver {
    static final String OFFICES = "X-Offices";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String offices = request.getHeader(OFFICES);
        OfficeScope scope = offices == null
                ? OfficeScope.all()
                : OfficeScope.only(
                        Arrays.stream(offices.split(",")).map(OfficeId::new).collect(Collectors.toSet()));
        return new Caller("legal-aid-centre", Set.of("integrator"), scope);
    }
}
