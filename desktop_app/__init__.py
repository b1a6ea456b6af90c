"""Yuyisuan: what Chongqing's resident medical insurance pays, and why."""
