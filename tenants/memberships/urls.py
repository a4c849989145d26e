"""Addresses below `/quan-tri/` on our own components: before log-in, and a person's own password and address.

The same on units' hosts and on the console's.
"""

from django.contrib.auth.views import LogoutView
from django.urls import path

from tenants.memberships.views.forgotten import forgotten, report_lost
from tenants.memberships.views.link import confirm_email, set_password
from tenants.memberships.views.log_in import LogIn, my_units
from tenants.memberships.views.own_password import own_email, own_password
from tenants.memberships.views.plain_page import plain_page

app_name = "people"
urlpatterns = [
    path("dang-nhap/", plain_page(LogIn.as_view()), name="log_in"),
    path("dang-nhap/don-vi/", plain_page(my_units), name="my_units"),
    path("dang-xuat/", LogoutView.as_view(), name="log_out"),
    path("quen-mat-khau/", plain_page(forgotten), name="forgotten"),
    path("bao-mat-tai-khoan/", plain_page(report_lost), name="report_lost"),
    path("dat-mat-khau/<str:secret>/", plain_page(set_password), name="set_password"),
    path("xac-nhan-thu/<str:secret>/", plain_page(confirm_email), name="confirm_email"),
    path("mat-khau/", plain_page(own_password), name="own_password"),
    path("dia-chi-thu/", plain_page(own_email), name="own_email"),
]
